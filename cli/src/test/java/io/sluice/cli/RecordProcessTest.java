package io.sluice.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.simulator.Simulator;
import io.sluice.simulator.SimulatorBuilder;
import io.sluice.simulator.fault.Fault;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is kept of an answer when the process, its disk or its reader goes away. */
@DisabledOnOs(OS.WINDOWS)
@Tag("thorough")
class RecordProcessTest {
  private static final String CHUNK =
      "data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"né \"}}]}\n\n";
  private static final int MANY = 200;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"INT, 130", "KILL, 137"})
  void whatCameIsThereWhenTheProcessIsGone(String signal, int expected) throws Exception {
    try (Simulator server = repeating(5).fault(Fault.parse("stall=2")).start();
        Child child = ask(server, "--record", "a.sse")) {
      assertThat(child.read(8)).isEqualTo("né né ");
      child.signal(signal);

      assertThat(child.exitCode()).isEqualTo(expected);
      assertThat(folder.resolve("a.sse")).content().isEqualTo(CHUNK + CHUNK);
    }
  }

  @Test
  void aSignalEndsItThoughNobodyReadsTheRecord() throws Exception {
    try (Simulator server = Simulator.builder().fault(Fault.parse("endless")).start();
        Child child = ask(server, "--record", "-")) {
      child.read(1);
      child.signal("INT");

      assertThat(child.exitCode()).isEqualTo(130);
    }
  }

  @Test
  void aClosedStdoutEndsItInSilence() throws Exception {
    try (Simulator server = Simulator.builder().fault(Fault.parse("endless")).start();
        Child child = ask(server, "--record", "-")) {
      child.read(1);
      child.out().close();

      assertThat(child.exitCode()).isEqualTo(141);
      assertThat(child.err()).isEmpty();
    }
  }

  /** A limit on the size of files stands for a disk that is full. */
  @Test
  void aDiskThatIsFullDoesNotEndTheAnswer() throws Exception {
    try (Simulator server = repeating(MANY).start()) {
      Path err = folder.resolve("err");
      Path out = folder.resolve("out");
      Process process = limited(server, out, err);

      assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
      assertThat(Files.readString(err))
          .isEqualTo("sluice: sink 'record': a.sse cannot be written: File too large\n");
      assertThat(process.exitValue()).isEqualTo(3);
      assertThat(Files.readString(out)).isEqualTo("né ".repeat(MANY) + "\n");
      assertThat(folder.resolve("a.sse")).hasSize(8 * 512).content().startsWith(CHUNK);
    }
  }

  private Process limited(Simulator server, Path out, Path err) throws IOException {
    List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -f 8; exec \"$0\" \"$@\""));
    command.addAll(Jvm.command(Main.class, "hello", "--record", "a.sse"));
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(empty()))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("OPENAI_BASE_URL", server.baseUrl().toString());
    return builder.start();
  }

  private File empty() throws IOException {
    return Files.createFile(folder.resolve("in")).toFile();
  }

  private Child ask(Simulator server, String... flags) throws IOException {
    String[] args = new String[flags.length + 1];
    args[0] = "hello";
    System.arraycopy(flags, 0, args, 1, flags.length);
    return Child.start(folder, server.baseUrl().toString(), args).fed("");
  }

  private static SimulatorBuilder repeating(int chunks) {
    String stream = CHUNK.repeat(chunks) + "data: [DONE]\n\n";
    return Simulator.builder().replayBytes(stream.getBytes(UTF_8), "text/event-stream");
  }
}
