package dev.enit.lsp.session;

import dev.enit.core.settings.Settings;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the client has set.
 *
 * @param core what the core goes by
 * @param switches what it has switched, on or off
 */
public record ClientSettings(Settings core, Map<ClientSetting, Boolean> switches) {
  static final ClientSettings NONE = new ClientSettings(Settings.NONE, Map.of());

  public ClientSettings {
    switches = Map.copyOf(switches);
  }

  /** These settings, and what they leave open from others. */
  ClientSettings orElse(ClientSettings others) {
    Map<ClientSetting, Boolean> all = new EnumMap<>(ClientSetting.class);
    all.putAll(others.switches);
    all.putAll(switches);
    return new ClientSettings(core.orElse(others.core), all);
  }

  /** Whether something is switched on, by the client or by itself. */
  public boolean isOn(ClientSetting setting) {
    return switches.getOrDefault(setting, setting.type() == ClientSetting.Type.ON);
  }
}
