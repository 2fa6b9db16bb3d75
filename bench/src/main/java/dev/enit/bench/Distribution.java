package dev.enit.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A built distribution: its program, and its runtime for a class of the benchmark. */
record Distribution(Path folder) {

  String program() {
    return folder.resolve("bin/enit").toString();
  }

  /** Runs a main class with the runtime, the jars and the heap that bin/enit has. */
  ProgramRun java(Class<?> main, Path home, String... args) throws IOException {
    String classPath =
        System.getProperty("bench.classes") + File.pathSeparator + folder.resolve("lib") + "/*";
    List<String> command =
        new ArrayList<>(
            List.of(
                folder.resolve("runtime/bin/java").toString(),
                "-XX:+UseSerialGC",
                "-Xms24m",
                "-Xmx2g",
                "-cp",
                classPath,
                main.getName()));
    command.addAll(List.of(args));
    return ProgramRun.of(command, home).expect(0);
  }
}
