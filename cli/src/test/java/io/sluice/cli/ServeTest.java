package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import io.sluice.simulator.Received;
import io.sluice.simulator.Simulator;
import io.sluice.simulator.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server of the command: who answers, and where the answers go. */
class ServeTest {
  @TempDir private Path folder;

  @Test
  void withoutAKeyTheBuiltInModelAnswersAndALineSaysSo() throws Exception {
    try (Serving serving = Serving.start(Sluice.command())) {
      String run = serving.run("Write a haiku.");

      assertThat(serving.lines().get(0)).matches("http://127\\.0\\.0\\.1:\\d+/#t=[\\w-]{43}");
      assertThat(serving.follow(run)).contains("event: open", "event: end", "\"completed\"");
      assertThat(serving.endpoints().get(0)).isEqualTo("offline");
      Sluice.Ran ran = serving.interrupt();
      assertThat(ran.code()).isEqualTo(ExitCode.INTERRUPTED);
      assertThat(ran.err())
          .isEqualTo("offline: no OPENAI_API_KEY; a small built-in model answers\n");
    }
  }

  @Test
  void aClientOfTheSecondLineIsAnsweredWithoutAKey() throws Exception {
    Path kept = folder.resolve("kept");
    try (Serving serving = Serving.start(Sluice.command(), "-q", "--record", kept.toString())) {
      String base = serving.lines().get(1);
      Sluice.Ran ran = Sluice.command().run("--base-url", base, "-m", "sluice-offline", "hello");

      assertThat(base).isEqualTo(serving.url() + "/v1");
      assertThat(ran.code()).isEqualTo(ExitCode.COMPLETED);
      assertThat(ran.out()).isNotBlank();
      serving.interrupt();
      assertThat(files(kept)).singleElement().asString().endsWith(".jsonl");
    }
  }

  @Test
  void ownKeysAreForClientsThatShowAToken() throws Exception {
    List<Received> sent = new CopyOnWriteArrayList<>();
    try (Simulator server = Simulator.builder().onRequest(sent::add).start();
        Serving serving =
            Serving.start(asking(server).with("OPENAI_API_KEY", "sk-own"), "--key", "own")) {
      Sluice client = Sluice.command().with("OPENAI_BASE_URL", serving.lines().get(1));

      assertThat(client.with("OPENAI_API_KEY", "guess").run("-m", "m", "hello").code())
          .isEqualTo(ExitCode.NOT_AUTHORISED);
      assertThat(client.with("OPENAI_API_KEY", serving.token()).run("-m", "m", "hello").code())
          .isEqualTo(ExitCode.COMPLETED);
    }
    assertThat(sent)
        .singleElement()
        .satisfies(
            request -> assertThat(request.header("Authorization")).hasValue("Bearer sk-own"));
  }

  @Test
  void nothingIsPassedOnIfThatIsNotWanted() throws Exception {
    try (Serving serving = Serving.start(Sluice.command(), "--no-proxy")) {
      assertThat(serving.lines()).hasSize(1);
      assertThat(serving.get("/v1/models").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void withoutThePageProgramsAreServedAsBefore() throws Exception {
    try (Serving serving = Serving.start(Sluice.command(), "--no-page")) {
      assertThat(serving.get("/assets/main.js").statusCode()).isEqualTo(404);
      assertThat(serving.get("/").body()).contains("POST /api/runs").doesNotContain("<script");
      assertThat(serving.follow(serving.run("hello"))).contains("\"status\":\"completed\"");
    }
  }

  @Test
  void aRunIsStoppedByARequest() throws Exception {
    try (Simulator slow = Simulator.builder().fault(Fault.parse("stall=2")).start();
        Serving serving = Serving.start(asking(slow))) {
      String run = serving.run("hello");

      assertThat(serving.post("/api/runs/" + run + "/stop", "").statusCode()).isEqualTo(202);
      assertThat(serving.follow(run)).contains("\"status\":\"stopped\"");
    }
  }

  @Test
  void aSignalStopsWhatIsUnderWayAndWritesItsEnd() throws Exception {
    Path kept = folder.resolve("kept");
    try (Simulator slow = Simulator.builder().fault(Fault.parse("stall=2")).start();
        Serving serving = Serving.start(asking(slow), "--record", kept.toString())) {
      String run = serving.run("hello");
      serving.untilChunk(run);

      assertThat(serving.interrupt().code()).isEqualTo(ExitCode.INTERRUPTED);
      assertThat(Files.readString(kept.resolve(run + ".jsonl.partial")).lines().toList())
          .last()
          .asString()
          .contains("\"type\":\"end\"", "\"status\":\"stopped\"");
    }
  }

  @Test
  void eachRunHasATranscriptOfItsOwnInTheFolder() throws Exception {
    Path kept = folder.resolve("kept");
    try (Serving serving = Serving.start(Sluice.command(), "--record", kept.toString())) {
      String one = serving.run("hello");
      String other = serving.run("hello");
      serving.follow(one);
      serving.follow(other);
      serving.interrupt();

      assertThat(files(kept)).containsExactlyInAnyOrder(one + ".jsonl", other + ".jsonl");
      assertThat(Files.readString(kept.resolve(one + ".jsonl")))
          .contains("\"status\":\"completed\"");
    }
  }

  @Test
  void aSinkThatDoesNotOpenIsReportedAndTheRunGoesOn() throws Exception {
    Path taken = Files.writeString(folder.resolve("taken.md"), "precious");
    try (Serving serving = Serving.start(Sluice.command(), "-q", "--sink", "file:path=" + taken)) {
      String run = serving.run("hello");

      assertThat(serving.follow(run)).contains("\"status\":\"completed\"");
      assertThat(serving.interrupt().err())
          .isEqualTo(
              "sluice: run %s: sink 'file': %s already exists; pass overwrite=true to replace it\n"
                  .formatted(run, taken));
      assertThat(taken).hasContent("precious");
    }
  }

  @Test
  void aStageShapesWhatIsRecordedAndNotWhatReadersGet() throws Exception {
    byte[] answer =
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"anna@example.org\"},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n"
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Path kept = folder.resolve("kept");
    try (Simulator server = Simulator.builder().replayBytes(answer, "text/event-stream").start();
        Serving serving =
            Serving.start(
                asking(server),
                "--through",
                "redact",
                "--record",
                kept.toString(),
                "--sink",
                "file:path=" + folder.resolve("{id}.md"))) {
      String run = serving.run("hello");

      assertThat(serving.follow(run)).contains("anna@example.org");
      serving.interrupt();
      assertThat(Files.readString(kept.resolve(run + ".jsonl"))).doesNotContain("anna@");
      assertThat(Files.readString(folder.resolve(run + ".md"))).doesNotContain("anna@");
    }
  }

  @Test
  void theEndpointsOfTheFileFollowTheOneThatIsAskedFirst() throws Exception {
    settle(
        """
        endpoint: work
        endpoints:
          home: {base-url: 'http://127.0.0.1:9/v1'}
          work: {base-url: 'http://127.0.0.1:9/v1', api-key-variable: WORK_KEY}
          gone: {api-key-variable: GONE_KEY, base-url-variable: GONE_URL}
        """);
    try (Serving serving = Serving.start(person().with("GROQ_API_KEY", "sk-groq"))) {
      assertThat(serving.endpoints())
          .startsWith("work")
          .contains("home", "groq", "ollama")
          .doesNotContain("gone", "offline", "mistral", "openai", "default");
      assertThat(serving.interrupt().err().lines())
          .containsExactly(
              "endpoint 'work' has no key here: set WORK_KEY, or let clients bring theirs",
              "endpoint 'gone' is left out: endpoint 'gone' has no URL; set GONE_URL, or give it a"
                  + " base-url in sluice.yaml");
    }
  }

  @Test
  void clientsThatShowATokenAreNotToldToBringAKey() throws Exception {
    settle(
        """
        endpoint: work
        endpoints:
          work: {base-url: 'http://127.0.0.1:9/v1', api-key-variable: WORK_KEY}
        """);
    try (Serving serving = Serving.start(person(), "--key", "own")) {
      assertThat(serving.interrupt().err())
          .isEqualTo("endpoint 'work' has no key here: set WORK_KEY\n");
    }
  }

  @Test
  void flagsAboutTheServerAreForTheFirstEndpointAlone() throws Exception {
    List<Received> first = new CopyOnWriteArrayList<>();
    List<Received> second = new CopyOnWriteArrayList<>();
    try (Simulator one = Simulator.builder().onRequest(first::add).start();
        Simulator other = Simulator.builder().onRequest(second::add).start()) {
      settle(
          "endpoints:\n  other: {base-url: '" + other.baseUrl() + "', api-key-variable: OTHER}\n");
      Sluice sluice = person().with("OPENAI_API_KEY", "sk-one").with("OTHER", "sk-other");
      try (Serving serving =
          Serving.start(
              sluice, "--base-url", one.baseUrl().toString(), "--header", "X-Token: mine")) {
        serving.follow(serving.run("hello"));
        serving.follow(serving.run("hello", "\"endpoint\":\"other\""));
      }
    }

    assertThat(first)
        .singleElement()
        .satisfies(
            sent -> {
              assertThat(sent.header("Authorization")).hasValue("Bearer sk-one");
              assertThat(sent.header("X-Token")).hasValue("mine");
            });
    assertThat(second)
        .singleElement()
        .satisfies(
            sent -> {
              assertThat(sent.header("Authorization")).hasValue("Bearer sk-other");
              assertThat(sent.header("X-Token")).isEmpty();
            });
  }

  @Test
  void whoeverIsOfflineIsOfferedTheBuiltInModelAlone() throws Exception {
    try (Serving serving =
        Serving.start(Sluice.command().with("OPENAI_API_KEY", "sk-1"), "--offline", "-q")) {
      assertThat(serving.endpoints()).containsExactly("offline");
      assertThat(serving.get("/api/about").body()).contains("\"archive\":false,\"offline\":true");
      assertThat(serving.interrupt().err()).isEmpty();
    }
  }

  private void settle(String yaml) throws IOException {
    Path file = folder.resolve("sluice/sluice.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, yaml);
  }

  private Sluice person() {
    return Sluice.command().with("XDG_CONFIG_HOME", folder.toString());
  }

  private static Sluice asking(Simulator server) {
    return Sluice.command().with("OPENAI_BASE_URL", server.baseUrl().toString());
  }

  private static List<String> files(Path in) throws IOException {
    try (Stream<Path> files = Files.list(in)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
