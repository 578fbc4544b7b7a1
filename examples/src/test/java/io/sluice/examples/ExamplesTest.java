package io.sluice.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs each example; the recorded answer makes what it prints known to the letter. */
final class ExamplesTest {

  private static final String MODEL = "sluice-offline";

  private final Printed printed = new Printed();

  @Test
  void streamingBesideWaitingAsksForBothAndTimesBoth() {
    try (Server server = Server.offline()) {
      StreamingBesideWaiting.run(server.transport(), MODEL, printed.stream());
      assertThat(server.asked()).hasSize(2);
      assertThat(server.asked().get(0)).doesNotContain("\"stream\":true");
      assertThat(server.asked().get(1)).contains("\"stream\":true");
    }
    assertThat(printed.text())
        .matches(
            """
            (?s)--- waiting ---
            .+
            first and last word after \\d+ ms
            --- streaming ---
            .+
            first word after \\d+ ms
            last word after \\d+ ms
            """);
  }

  @Test
  void chunkInspectionShowsSixChunksAndDrainsTheRest() throws IOException {
    try (Server server = Server.recorded()) {
      ChunkInspection.run(server.transport(), MODEL, printed.stream());
    }
    assertThat(printed.text().replaceAll("\\d+ ms", "# ms").replaceAll("\\{.*\\}", "{…}"))
        .isEqualTo(
            """
            chunk 1, after # ms
              on the wire: {…}
              adds the role 'assistant'
            chunk 2, after # ms
              on the wire: {…}
              adds the text 'A'
            chunk 3, after # ms
              on the wire: {…}
              adds the text ' fox'
            chunk 4, after # ms
              on the wire: {…}
              adds the text ' na'
            chunk 5, after # ms
              on the wire: {…}
              adds the text 'ps.'
            chunk 6, after # ms
              on the wire: {…}
              adds the text ' Pi'
            the whole answer: A fox naps. Pi is 3.14! Why not?
            """);
  }

  @Test
  void fullResponseCountsChunksAndCharacters() throws IOException {
    try (Server server = Server.recorded()) {
      FullResponse.run(server.transport(), MODEL, printed.stream());
    }
    assertThat(printed.text())
        .isEqualTo(
            """
            A fox naps. Pi is 3.14! Why not?
            15 chunks, 32 characters
            folded alike: true
            """);
  }

  @Test
  void tokenCountingPrintsTheServersFigures() throws IOException {
    try (Server server = Server.recorded()) {
      TokenCounting.run(server.transport(), MODEL, printed.stream());
      assertThat(server.asked().get(0)).contains("\"include_usage\":true");
    }
    assertThat(printed.text())
        .isEqualTo(
            """
            A fox naps. Pi is 3.14! Why not?
            prompt tokens:     12
            completion tokens: 11
            total tokens:      23
            """);
  }

  @Test
  void errorMidStreamKeepsTheTextAndSaysWhy() throws IOException {
    try (Server server = Server.recorded("error-event=5")) {
      ErrorMidStream.run(server.transport(), MODEL, printed.stream());
    }
    assertThat(printed.text())
        .isEqualTo(
            """
            A fox naps.
            status: failed
            why: the simulator was asked to fail here
            finish reason: none
            text kept: A fox naps.
            """);
  }

  @Test
  void errorMidStreamShowsTheFinishReasonWhereAllGoesWell() throws IOException {
    try (Server server = Server.recorded()) {
      ErrorMidStream.run(server.transport(), MODEL, printed.stream());
    }
    assertThat(printed.text())
        .isEqualTo(
            """
            A fox naps. Pi is 3.14! Why not?
            finish reason: stop
            """);
  }

  @Test
  void temperatureAsksColdAndHotAndColdAnswersAreAlike() {
    try (Server server = Server.offline()) {
      Temperature.run(server.transport(), MODEL, printed.stream());
      assertThat(server.asked())
          .map(body -> body.replaceAll(".*\"temperature\":([0-9.]+).*", "$1"))
          .map(Double::valueOf)
          .containsExactly(0.0, 0.0, 1.8, 1.8);
    }
    String[] answers = printed.text().split("--- temperature [0-9.]+ ---\n", -1);
    assertThat(answers).hasSize(5);
    assertThat(answers[1]).isNotBlank().isEqualTo(answers[2]);
  }

  @Test
  void stopButtonEndsTheRunAndKeepsTheText() throws IOException {
    try (Server server = Server.recorded("stall=5")) {
      var keys = printed.enterAfter("A fox naps.");
      StopButton.run(server.transport(), MODEL, keys, printed.stream());
    }
    assertThat(printed.text())
        .isEqualTo(
            """
            (press Enter to stop)
            A fox naps.
            [stopped]
            status: stopped
            kept: 11 characters
            """);
  }

  @Test
  void typingIndicatorMakesRoomForTheFirstWord() throws IOException {
    try (Server server = Server.recorded()) {
      TypingIndicator.run(server.transport(), MODEL, printed.stream());
    }
    assertThat(printed.text()).isEqualTo("typing…\r       \rA fox naps. Pi is 3.14! Why not?\n");
  }

  @Test
  void liveTokenCountGrowsAndEndsWithTheReport() throws IOException {
    try (Server server = Server.recorded()) {
      LiveTokenCount.run(server.transport(), MODEL, printed.stream());
    }
    assertThat(printed.text())
        .startsWith("\r1 tokens so far\r2 tokens so far\r")
        .contains("completion");
  }

  @Test
  void customPipelineGoesOnWithoutASinkThatDoesNotOpen(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("answer.txt");
    try (Server server = Server.recorded()) {
      CustomPipeline.run(server.transport(), MODEL, file, printed.stream());
      CustomPipeline.run(server.transport(), MODEL, file, printed.stream());
    }
    assertThat(file).hasContent("A fox naps. Pi is 3.14! Why not?");
    assertThat(printed.text())
        .startsWith(
            """
            A fox naps. Pi is 3.14! Why not?
            32 letters
            A fox naps. Pi is 3.14! Why not?
            32 letters
            went without sink 'file':""")
        .contains("answer.txt already exists");
    assertThat(folder)
        .isDirectoryContaining("glob:**answer.txt")
        .isDirectoryNotContaining("glob:**partial");
  }

  @Test
  void speechSpeaksWholeSentencesAndKeepsThem(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("answer.txt");
    try (Server server = Server.recorded()) {
      Speech.run(server.transport(), MODEL, file, printed.stream());
    }
    assertThat(printed.text())
        .isEqualTo("(aloud) A fox naps.\n(aloud) Pi is 3.14!\n(aloud) Why not?\n32 characters\n");
    assertThat(file).hasContent("A fox naps. Pi is 3.14! Why not?");
  }

  @Test
  void customSinkPassesSentencesOn() throws IOException {
    try (Server server = Server.recorded()) {
      CustomSink.run(server.transport(), MODEL, printed.stream());
    }
    assertThat(printed.text()).isEqualTo("♪ A fox naps.\n♪ Pi is 3.14!\n♪ Why not?\n");
  }
}
