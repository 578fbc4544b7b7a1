package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.Interruption;
import io.sluice.json.JsonObject;
import io.sluice.simulator.Simulator;
import io.sluice.simulator.SimulatorBuilder;
import io.sluice.simulator.fault.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sluice compare} where nobody watches. */
class CompareTest {
  private static final String FIGURES =
      """
       streaming non-streaming
      first token # #
      total # #
      tokens # #
      tokens/s # -
      chunks # #
      longest gap # -
      finish reason stop stop
      status completed completed
      """;

  private static final String WHOLE =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n"
          + "{\"object\":\"chat.completion\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\","
          + "\"content\":\"one two\"},\"finish_reason\":\"stop\"}]}";

  @Test
  void streamingBesideWaitingIsWhatIsComparedIfNothingElseIs() {
    Sluice.Ran ran = Sluice.command().run("compare", "--seed", "7", "Name three rivers.");

    assertThat(ran.code()).isEqualTo(ExitCode.COMPLETED);
    assertThat(ran.err()).isEqualTo("offline: no OPENAI_API_KEY; a small built-in model answers\n");
    int table = ran.out().indexOf("\n        ") + 1;
    assertThat(ran.out().substring(table).lines().mapToInt(String::length).distinct()).hasSize(1);
    String[] answers = ran.out().substring(0, table).split("\n--- non-streaming ---\n", -1);
    assertThat(answers).hasSize(2);
    assertThat(answers[0]).startsWith("--- streaming ---\n");
    assertThat(answers[0].substring(18).strip()).isEqualTo(answers[1].strip()).isNotEmpty();
  }

  /**
   * Without time between the first token and the last there is no rate. So the second chunk is sent
   * a while after the first is on the screen, whatever else the machine does.
   */
  @Test
  void allThatHasAFigureHasOneInTheTable() throws IOException {
    var screen = new Seen("one");
    try (RawServer server = RawServer.answeringEach(request -> oneTwo(request, screen))) {
      Sluice.Ran ran =
          Sluice.command()
              .with("OPENAI_BASE_URL", server.url())
              .run(screen, new Interruption(), "compare", "hello");

      assertThat(ran.code()).isEqualTo(ExitCode.COMPLETED);
    }
    String out = screen.toString(StandardCharsets.UTF_8);
    assertThat(figures(out.substring(out.indexOf("\n        ") + 1))).isEqualTo(FIGURES);
  }

  @Test
  void theRequestsDifferInOneThingAlone() {
    assertThat(sent("compare", "-t", "1", "hello"))
        .hasSize(2)
        .allMatch(body -> body.contains("\"temperature\":1"))
        .filteredOn(body -> body.contains("\"stream\":true"))
        .hasSize(1);
    assertThat(sent("compare", "--no-stream", "-t", "1", "--models", "a, b,c", "hello"))
        .noneMatch(body -> body.contains("\"stream\":true"))
        .extracting(body -> JsonObject.read(body).string("model").orElse(""))
        .containsExactlyInAnyOrder("a", "b", "c");
    assertThat(sent("compare", "-m", "a", "--temperatures", "0,1.8", "hello"))
        .allMatch(body -> body.contains("\"model\":\"a\""))
        .filteredOn(body -> body.contains("\"temperature\":1.8"))
        .hasSize(1);
  }

  @Test
  void jsonHoldsEachAnswerAsAskPrintsIt() {
    Sluice.Ran ran =
        Sluice.command().run("compare", "--json", "--temperatures", "0,0", "-q", "hello");

    assertThat(ran.out()).hasLineCount(1).endsWith("\n");
    List<JsonObject> answers = variants(ran);
    assertThat(answers)
        .extracting(answer -> answer.string("label").orElse(""))
        .containsExactly("temperature 0", "temperature 0 #2");
    for (JsonObject answer : answers) {
      assertThat(answer.string("object")).hasValue("chat.completion");
      assertThat(answer.object("pace").orElseThrow().members().keySet())
          .containsExactly("first_token_ms", "total_ms", "longest_gap_ms");
      assertThat(answer.object("sluice").orElseThrow().string("status")).hasValue("completed");
    }
  }

  @Test
  void whatBecomesOfOneIsNothingToTheOthers() {
    try (Simulator whole = Simulator.start();
        Simulator cut = Simulator.builder().fault(Fault.parse("cut=5")).start();
        Simulator closed = Simulator.builder().fault(Fault.parse("status=401")).start()) {
      String servers =
          String.join(",", whole.baseUrl() + "", cut.baseUrl() + "", closed.baseUrl() + "");
      Sluice.Ran ran = Sluice.command().run("compare", "--base-urls", servers, "hello");

      assertThat(ran.code()).isEqualTo(ExitCode.TRUNCATED);
      assertThat(ran.out())
          .contains("--- 127.0.0.1:" + whole.port() + " ---\n")
          .containsPattern("status +completed +truncated +failed\n");
      assertThat(ran.err().lines().toList())
          .satisfiesExactly(
              first ->
                  assertThat(first)
                      .startsWith("sluice: 127.0.0.1:" + cut.port() + ": truncated after 5 chunks"),
              second -> assertThat(second).startsWith("sluice: 127.0.0.1:" + closed.port()));
    }
  }

  @Test
  void aRetryIsToldWithTheNameOfTheAnswer() {
    Sluice.Ran ran =
        asked(
            Simulator.builder().fault(Fault.parse("retry-after=0")).fault(Fault.parse("times=1")),
            "--models",
            "a,b",
            "hello");

    assertThat(ran.code()).isEqualTo(ExitCode.COMPLETED);
    assertThat(ran.err()).containsPattern("^[ab]: attempt 2 in \\d+ ms: .*\n$");
  }

  @Test
  void eachAnswerHasItsOwnFurtherSinks(@TempDir Path folder) throws IOException {
    Sluice.Ran ran =
        asked(
            Simulator.builder(),
            "--models",
            "a,b",
            "hello",
            "--sink",
            "file:path=" + folder.resolve("{model}.txt"));

    assertThat(ran.code()).isEqualTo(ExitCode.COMPLETED);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("a.txt", "b.txt");
    }
  }

  @Test
  void aReaderWhoWantsNoMoreEndsAllOfThemInSilence() {
    OutputStream closing =
        new OutputStream() {
          private int left = 200;

          @Override
          public void write(int single) throws IOException {
            write(new byte[1], 0, 1);
          }

          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            left -= length;
            if (left < 0) {
              throw new IOException("Broken pipe");
            }
          }
        };
    try (Simulator server = Simulator.builder().fault(Fault.parse("endless")).start()) {
      Sluice.Ran ran =
          Sluice.command()
              .with("OPENAI_BASE_URL", server.baseUrl().toString())
              .run(closing, new Interruption(), "compare", "--models", "a,b", "hello");

      assertThat(ran).isEqualTo(new Sluice.Ran(ExitCode.STDOUT_CLOSED, "", ""));
    }
  }

  @Test
  void aSignalStopsAllAndKeepsWhatCame(@TempDir Path folder)
      throws IOException, InterruptedException {
    try (Simulator server = Simulator.builder().fault(Fault.parse("stall=3")).start();
        Child child =
            Child.start(folder, server.baseUrl().toString(), "compare", "--models", "a,b", "hello")
                .fed("")) {
      String heading = "--- a ---\n";
      assertThat(child.read(heading.length() + 1)).startsWith(heading);
      child.signal("INT");

      String rest = new String(child.out().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(child.exitCode()).isEqualTo(130);
      assertThat(rest).contains("\n--- b ---\n").containsPattern("status +stopped +stopped\n");
      assertThat(child.err()).hasLineCount(2).contains("sluice: a: stopped after");
    }
  }

  private static RawServer.Answer oneTwo(RawServer.Request request, Seen screen) {
    return (socket, in) -> {
      try (OutputStream out = socket.getOutputStream()) {
        if (request.body().contains("\"stream\":true")) {
          out.write((WireBytes.HEAD + chunk("one ", "null")).getBytes(StandardCharsets.UTF_8));
          screen.awaitLongerThanAMillisecond();
          String rest = chunk("two", "\"stop\"") + "data: [DONE]\n\n";
          out.write(rest.getBytes(StandardCharsets.UTF_8));
        } else {
          out.write(WHOLE.getBytes(StandardCharsets.UTF_8));
        }
      }
    };
  }

  private static String chunk(String text, String finish) {
    return "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"%s\"},\"finish_reason\":%s}]}\n\n"
        .formatted(text, finish);
  }

  private static List<String> sent(String... args) {
    List<String> bodies = new CopyOnWriteArrayList<>();
    try (Simulator server =
        Simulator.builder().onRequest(request -> bodies.add(request.body())).start()) {
      Sluice.command().with("OPENAI_BASE_URL", server.baseUrl().toString()).run(args);
    }
    return bodies;
  }

  private static Sluice.Ran asked(SimulatorBuilder builder, String... args) {
    List<String> all = new ArrayList<>(List.of("compare"));
    all.addAll(List.of(args));
    try (Simulator server = builder.start()) {
      return Sluice.command()
          .with("OPENAI_BASE_URL", server.baseUrl().toString())
          .run(all.toArray(String[]::new));
    }
  }

  private static List<JsonObject> variants(Sluice.Ran ran) {
    return JsonObject.read(ran.out()).elements("variants").orElseThrow().stream()
        .map(value -> value.object().orElseThrow())
        .toList();
  }

  private static String figures(String table) {
    return table.replaceAll(" +", " ").replaceAll("~?\\d[\\d.]*( m?s)?", "#");
  }

  /** Knows when a word is on it. */
  private static final class Seen extends ByteArrayOutputStream {
    private final String word;
    private final CountDownLatch seen = new CountDownLatch(1);

    Seen(String word) {
      this.word = word;
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      super.write(bytes, offset, length);
      if (toString(StandardCharsets.UTF_8).contains(word)) {
        seen.countDown();
      }
    }

    /** What comes then is told apart in time from the word: a rate is not told of less. */
    void awaitLongerThanAMillisecond() throws IOException {
      try {
        seen.await();
      } catch (InterruptedException stopped) {
        throw new IOException(stopped);
      }
      long since = System.nanoTime();
      while (System.nanoTime() - since < 2_000_000) {
        Thread.onSpinWait();
      }
    }
  }
}
