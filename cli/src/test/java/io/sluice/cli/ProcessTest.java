package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import io.sluice.simulator.Simulator;
import io.sluice.simulator.SimulatorBuilder;
import io.sluice.simulator.fault.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What only a process of its own can show: signals, a closed stdout, its exit code. */
@DisabledOnOs(OS.WINDOWS)
@Tag("thorough")
class ProcessTest {
  private static final String CHUNK =
      "data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"né \"}}]}\n\n";
  private static final int MANY = 50_000;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void aSignalStopsTheAnswerAndKeepsWhatCame(String signal, int expected)
      throws IOException, InterruptedException {
    Path file = folder.resolve("answer.txt");
    try (Simulator server = repeating(5).fault(Fault.parse("stall=2")).start();
        Child child = ask(server, "hello", "--sink", "file:path=" + file)) {
      assertThat(child.read(8)).isEqualTo("né né ");
      child.signal(signal);

      assertThat(child.exitCode()).isEqualTo(expected);
      assertThat(child.err()).isEqualTo("sluice: stopped after 2 chunks: what came is kept\n");
      assertThat(file).doesNotExist();
      assertThat(Files.readString(folder.resolve("answer.txt.partial"))).startsWith("né né ");
    }
  }

  @Test
  void aSignalEndsItThoughNobodyReadsItsAnswer() throws IOException, InterruptedException {
    try (Simulator server = Simulator.builder().fault(Fault.parse("endless")).start();
        Child child = ask(server, "hello")) {
      child.read(1);
      child.signal("INT");

      assertThat(child.exitCode()).isEqualTo(130);
    }
  }

  @Test
  void aClosedStdoutEndsItInSilence() throws IOException, InterruptedException {
    for (String output : new String[] {"--raw", "--events", "--sink=console"}) {
      try (Simulator server = Simulator.builder().fault(Fault.parse("endless")).start();
          Child child = ask(server, "hello", output)) {
        child.read(3);
        child.out().close();

        assertThat(child.exitCode()).as(output).isEqualTo(141);
        assertThat(child.err()).as(output).isEmpty();
      }
    }
  }

  @Test
  void aNamedSinkGetsTheRestThoughStdoutWasClosed() throws IOException, InterruptedException {
    Path file = folder.resolve("answer.txt");
    try (Simulator server = repeating(MANY).start();
        Child child = ask(server, "hello", "--sink", "file:path=" + file)) {
      child.read(3);
      child.out().close();

      assertThat(child.exitCode()).isEqualTo(141);
      assertThat(child.err()).isEmpty();
      assertThat(Files.readString(file)).hasSizeGreaterThanOrEqualTo(3 * MANY);
    }
  }

  @Test
  void theSimulatorServesUntilASignal() throws IOException, InterruptedException {
    try (Child child = Child.start(folder, "http://127.0.0.1:9/v1", "simulate")) {
      String url = child.readLine();
      Sluice.Ran ran = Sluice.command().run("--base-url", url, "hello");
      child.signal("TERM");

      assertThat(ran.code()).isEqualTo(ExitCode.COMPLETED);
      assertThat(child.exitCode()).isEqualTo(143);
      assertThat(child.err()).isEmpty();
    }
  }

  @Test
  void whatIsPipedInIsReadToItsEndWhateverTheLocale() throws IOException, InterruptedException {
    try (Child child = Child.start(folder, "", "sse").fed("data: ü☃\n\n")) {
      assertThat(child.readLine()).isEqualTo("{\"event\":\"message\",\"data\":\"ü☃\",\"id\":\"\"}");
      assertThat(child.exitCode()).isZero();
    }
    try (Child child = Child.start(folder, "", "tokens").fed("hello world")) {
      assertThat(child.readLine()).isEqualTo("2");
      assertThat(child.exitCode()).isZero();
      assertThat(child.err()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ask",
        "ask hello",
        "chat",
        "inspect",
        "compare",
        "tokens",
        "tokens --lines",
        "tokens --messages -",
        "sse",
        "replay -"
      })
  void aFolderAsStdinIsRefusedBeforeAnythingIsSent(String command)
      throws IOException, InterruptedException {
    Shell.Ran ran = Shell.in(folder).run("sluice " + command + " < .", Map.of());

    assertThat(ran.err().lines().filter(line -> !line.startsWith("offline:")))
        .containsExactly("sluice: stdin is a folder; name a file in it");
    assertThat(ran.out()).isEmpty();
    assertThat(ran.code()).isEqualTo(2);
  }

  private Child ask(Simulator server, String... args) throws IOException {
    return Child.start(folder, server.baseUrl().toString(), args).fed("");
  }

  private static SimulatorBuilder repeating(int chunks) {
    String stream = CHUNK.repeat(chunks) + "data: [DONE]\n\n";
    return Simulator.builder()
        .replayBytes(stream.getBytes(StandardCharsets.UTF_8), "text/event-stream");
  }
}
