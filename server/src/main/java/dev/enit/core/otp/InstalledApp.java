package dev.enit.core.otp;

import java.nio.file.Path;

/**
 * An application that an emulator of this host would find.
 *
 * @param name of the application: that of its {@code .app} file
 * @param directoryVersion the version in its directory's name, empty where there is none
 * @param appFile its {@code ebin/NAME.app}
 */
public record InstalledApp(String name, String directoryVersion, Path appFile) {}
