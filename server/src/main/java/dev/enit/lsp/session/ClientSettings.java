package dev.enit.lsp.session;

import dev.enit.core.settings.Settings;
import java.util.EnumMap;
import java.util.Map;

/**
 * The settings that the client has made.
 *
 * @param core the settings of the core
 * @param switches the switches that the client has set
 */
public record ClientSettings(Settings core, Map<ClientSetting, Boolean> switches) {
  static final ClientSettings NONE = new ClientSettings(Settings.NONE, Map.of());

  public ClientSettings {
    switches = Map.copyOf(switches);
  }

  /** Returns these settings, completed by others. */
  ClientSettings orElse(ClientSettings others) {
    Map<ClientSetting, Boolean> all = new EnumMap<>(ClientSetting.class);
    all.putAll(others.switches);
    all.putAll(switches);
    return new ClientSettings(core.orElse(others.core), all);
  }

  /** Returns whether a switch is on, as set by the client or by default. */
  public boolean isOn(ClientSetting setting) {
    return switches.getOrDefault(setting, setting.type() == ClientSetting.Type.ON);
  }
}
