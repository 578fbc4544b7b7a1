package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import io.sluice.cli.terminal.Terminals;
import io.sluice.json.JsonObject;
import io.sluice.simulator.Simulator;
import io.sluice.simulator.SimulatorBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A user with a home folder of their own, who asks a server and looks into their archive. */
final class UserHome {
  static final Terminals WATCHED = new Terminals(false, false, true);

  private final Path folder;

  UserHome(Path folder) {
    this.folder = folder;
  }

  Path archive() {
    return folder.resolve(".local/share/sluice/archive.db");
  }

  Path toggle() {
    return folder.resolve(".local/state/sluice/archive");
  }

  /** The command, called by a script. */
  Sluice script() {
    return Sluice.command().with("HOME", folder.toString());
  }

  /** The command, called by a person. */
  Sluice person() {
    return script().on(WATCHED);
  }

  /** A question that is answered so, and kept. */
  void keep(String model, String question, String answer, String... flags) {
    String escaped = answer.replace("\n", "\\n").replace("\u001b", "\\u001b");
    String stream =
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\""
            + escaped
            + "\"},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";
    byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
    answered(
        Simulator.builder().replayBytes(bytes, "text/event-stream"),
        person(),
        Stream.concat(Stream.of("-q", "-m", model, question), Stream.of(flags))
            .toArray(String[]::new));
  }

  /** What the archive says of itself, an object a run, the newest first. */
  List<JsonObject> kept() {
    Sluice.Ran ran = script().run("log", "list", "--json", "--limit", "0");
    assertThat(ran.code()).isEqualTo(ExitCode.COMPLETED);
    return ran.out().lines().map(JsonObject::read).toList();
  }

  /** What was asked in the runs that are kept, the newest first. */
  List<String> asked() {
    return kept().stream().map(run -> run.string("asked").orElse("")).toList();
  }

  /** A call that is answered by the small model behind a server. */
  static Sluice.Ran answered(Sluice sluice, String... args) {
    return answered(Simulator.builder(), sluice, args);
  }

  static Sluice.Ran answered(SimulatorBuilder server, Sluice sluice, String... args) {
    try (Simulator simulator = server.start()) {
      return sluice.with("OPENAI_BASE_URL", simulator.baseUrl().toString()).run(args);
    }
  }

  /** The body of the one request that this call sends. */
  static JsonObject sent(Sluice sluice, String... args) {
    return JsonObject.read(sentText(sluice, args));
  }

  /** The same, as it was written. */
  static String sentText(Sluice sluice, String... args) {
    List<String> bodies = new CopyOnWriteArrayList<>();
    Sluice.Ran ran =
        answered(Simulator.builder().onRequest(it -> bodies.add(it.body())), sluice, args);
    assertThat(bodies).as(ran.err()).hasSize(1);
    return bodies.get(0);
  }

  /** Who says what in a request, as {@code user: hello}. */
  static List<String> turns(JsonObject request) {
    return request.elements("messages").orElseThrow().stream()
        .flatMap(message -> message.object().stream())
        .map(turn -> turn.string("role").orElse("") + ": " + turn.string("content").orElse(""))
        .toList();
  }
}
