package dev.enit.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The benchmark of commands that query and change running nodes, beside {@code erl_call} and an
 * escript that do as much. tools/bench starts a separate epmd for all of them.
 */
record NodeBench(Distribution enit, BenchTrees trees, boolean quick) {
  private static final String COOKIE = "only-here";
  private static final String WITHOUT_CACHE = "-XX:AOTMode=off";
  private static final int APPLICATIONS = 50;
  private static final int KEYS = 10;

  /** The requests of `enit status`, from a script. */
  private static final String STATUS =
      """
      #!/usr/bin/env escript
      %%! -sname enit_bench_script -hidden -setcookie only-here
      main([Node]) ->
          Call = fun(M, F, A) -> {ok, R} = {ok, rpc:call(list_to_atom(Node), M, F, A, 5000)}, R end,
          io:format("~p~n", [[Call(os, getpid, []), Call(application, which_applications, []),
                              Call(erlang, memory, []), Call(erlang, nodes, [])]]).
      """;

  /** The least that a script must do to bring the environment up to date. */
  private static final String SET_ENV =
      """
      #!/usr/bin/env escript
      %%! -sname enit_bench_script -hidden -setcookie only-here
      main([Node, File]) ->
          {ok, Sections} = file:consult(File),
          [{ok, ok} = {ok, rpc:call(list_to_atom(Node), application, set_env, [App, K, V], 5000)}
           || {App, Keys} <- Sections, App =/= node, {K, V} <- Keys],
          io:format("done~n").
      """;

  void run(ResultTable table) throws IOException {
    int releases = quick ? 20 : 100;
    Bench.say("list of " + releases + " releases, half of them running");
    Path tree = trees.releases(releases);
    List<Process> nodes = new ArrayList<>();
    try {
      for (int i = 0; i < releases / 2; i++) {
        nodes.add(emulator("site" + i));
      }
      for (Process node : nodes) {
        awaitUp(node);
      }
      status(table, tree);
      list(table, tree, releases);
    } finally {
      nodes.forEach(Process::destroyForcibly);
    }
    reconfigure(table);
  }

  private void status(ResultTable table, Path tree) throws IOException {
    Bench.say("status");
    Path script = tree.resolve("status.escript");
    BenchTrees.write(script, STATUS);
    String node = "site0@" + host();
    Times with = new Times();
    Times without = new Times();
    Times call = new Times();
    Times escript = new Times();
    List<String> own = command(tree, "status", "site0");
    for (int i = 0; i < (quick ? 3 : 20); i++) {
      with.add(ProgramRun.of(own, tree).expect(0).millis());
      without.add(ProgramRun.of(withOption(own, WITHOUT_CACHE), tree).expect(0).millis());
      call.add(
          ProgramRun.of(
                  List.of("erl_call", "-sname", "site0", "-c", COOKIE, "-a", "erlang memory"), tree)
              .expect(0)
              .millis());
      escript.add(
          ProgramRun.of(List.of("escript", script.toString(), node), tree).expect(0).millis());
    }
    table.heading("enit status of a running node");
    table.row("whole process", "ms", with, "escript, rpc:call", escript);
    table.row("whole process", "ms", with, "erl_call, one call", call);
    table.row("whole process, peer without AOT cache", "ms", with, "enit", without);
  }

  private void list(ResultTable table, Path tree, int releases) throws IOException {
    Times all = new Times();
    for (int i = 0; i < (quick ? 2 : 10); i++) {
      all.add(ProgramRun.of(command(tree, "list"), tree).expect(0).millis());
    }
    table.heading(
        String.format(
            Locale.ROOT, "enit list, %d releases of which %d run", releases, releases / 2));
    table.row("whole process", "ms", all, "", new Times());
  }

  private void reconfigure(ResultTable table) throws IOException {
    Bench.say("reconfigure of " + APPLICATIONS * KEYS + " keys");
    Path root = trees.home().resolve("reconfigure");
    release(root);
    Path layer = root.resolve("etc/enit/many/user.config");
    Path script = root.resolve("set_env.escript");
    BenchTrees.write(script, SET_ENV);
    BenchTrees.write(layer, sections(0));
    ProgramRun.of(
            command(root, "start", "many", "--log", root.resolve("many.log").toString()),
            trees.home())
        .expect(0);
    Times own = new Times();
    Times escript = new Times();
    try {
      for (int i = 1; i <= (quick ? 3 : 10); i++) {
        BenchTrees.write(layer, sections(i));
        own.add(ProgramRun.of(command(root, "reconfigure", "many"), root).expect(0).millis());
        escript.add(
            ProgramRun.of(
                    List.of("escript", script.toString(), "many@" + host(), layer.toString()), root)
                .expect(0)
                .millis());
      }
    } finally {
      ProgramRun.of(command(root, "stop", "many", "--kill"), root);
    }
    table.heading(
        String.format(
            Locale.ROOT,
            "enit reconfigure, %d keys over %d applications",
            APPLICATIONS * KEYS,
            APPLICATIONS));
    table.row("whole process", "ms", own, "escript, only set_env", escript);
  }

  private static void release(Path root) throws IOException {
    String names =
        IntStream.range(0, APPLICATIONS).mapToObj(i -> "app" + i).collect(Collectors.joining(", "));
    for (int i = 0; i < APPLICATIONS; i++) {
      BenchTrees.write(
          root.resolve("lib/app" + i + "-1.0/ebin/app" + i + ".app"),
          "{application, app" + i + ", [{vsn, \"1.0\"}, {applications, [kernel, stdlib]}]}.\n");
    }
    BenchTrees.write(root.resolve("enit.config"), "{lib_dirs, [\"lib\"]}.\n");
    BenchTrees.write(
        root.resolve("var/lib/enit/many/release.enit"),
        "{release, many, [{vsn, \"1.0\"}, {applications, [" + names + "]}]}.\n");
  }

  private static String sections(int round) {
    StringBuilder text = new StringBuilder("{node, [{cookie, \"" + COOKIE + "\"}]}.\n");
    for (int i = 0; i < APPLICATIONS; i++) {
      String keys =
          IntStream.range(0, KEYS)
              .mapToObj(k -> "{key" + k + ", {value, " + round + ", " + k + "}}")
              .collect(Collectors.joining(", "));
      text.append("{app").append(i).append(", [").append(keys).append("]}.\n");
    }
    return text.toString();
  }

  private List<String> command(Path root, String... args) {
    List<String> command = new ArrayList<>(List.of(enit.program()));
    command.add("--release-dir=" + root.resolve("var/lib/enit"));
    command.add("--config-dir=" + root.resolve("etc/enit"));
    command.addAll(List.of(args));
    return command;
  }

  private static List<String> withOption(List<String> command, String option) {
    List<String> all = new ArrayList<>(List.of("env", "ENIT_JAVA_OPTIONS=" + option));
    all.addAll(command);
    return all;
  }

  /** Starts a small node that says when it is ready. */
  private static Process emulator(String name) throws IOException {
    String up = "io:put_chars(<<\"up\\n\">>).";
    return new ProcessBuilder(
            "erl", "+S", "1", "-noinput", "-sname", name, "-setcookie", COOKIE, "-eval", up)
        .redirectErrorStream(true)
        .start();
  }

  private static void awaitUp(Process node) throws IOException {
    BufferedReader output = node.inputReader(StandardCharsets.UTF_8);
    String line = output.readLine();
    if (!"up".equals(line)) {
      throw new IOException("a node did not start: " + line);
    }
  }

  private String host() throws IOException {
    return ProgramRun.of(List.of("hostname", "-s"), trees.home()).expect(0).output().strip();
  }
}
