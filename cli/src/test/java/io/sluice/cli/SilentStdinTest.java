package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.simulator.Simulator;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pipe on stdin that nothing is written into. */
@Tag("thorough")
class SilentStdinTest {
  private static final String WAITS =
      "reading stdin until its end; </dev/null leaves it out" + System.lineSeparator();

  @TempDir private Path folder;

  @Test
  void theCommandSaysWhatItWaitsForAndGoesOnWaiting() throws Exception {
    try (Simulator server = Simulator.builder().start();
        Child child = Child.start(folder, server.baseUrl().toString(), "Hello")) {
      child.untilErr(WAITS);
      child.fed("some notes");

      assertThat(child.exitCode()).isZero();
      assertThat(child.err()).startsWith(WAITS).doesNotContain(WAITS + WAITS);
    }
  }

  @Test
  void aConversationSaysWhatItReads() throws Exception {
    try (Simulator server = Simulator.builder().start();
        Child child = Child.start(folder, server.baseUrl().toString(), "chat")) {
      child.untilErr("reading questions from stdin, one a line\n");
      child.fed("Hello\n");

      assertThat(child.exitCode()).isZero();
    }
  }

  @Test
  void anInterruptEndsTheWait() throws Exception {
    try (Simulator server = Simulator.builder().start();
        Child child = Child.start(folder, server.baseUrl().toString(), "Hello")) {
      child.untilErr(WAITS);
      child.signal("INT");

      assertThat(child.exitCode()).isEqualTo(130);
    }
  }
}
