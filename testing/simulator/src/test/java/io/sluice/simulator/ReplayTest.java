package io.sluice.simulator;

import static io.sluice.simulator.Asking.ask;
import static io.sluice.simulator.Asking.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.simulator.fault.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest {
  /** Everything a recording may hold that is easily lost in passing it on. */
  private static final byte[] RECORDED =
      String.join(
              "",
              "\uFEFF: hello\r\n\r\nretry: 10\r\r",
              "data:{\"choices\":[{\"delta\":{\"content\":\"ä😀\"}}]}\n\n",
              "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\r\n\r\n",
              "event: ping\n\n\n\ndata: [DONE]")
          .getBytes(StandardCharsets.UTF_8);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"one-write", "byte-per-write", "times=1"})
  void recordedBytesAreSentAsTheyAreInWhateverPieces(String manner) throws IOException {
    Path file = Files.write(folder.resolve("a.sse"), RECORDED);
    try (var simulator = Simulator.builder().replay(file).start()) {
      assertThat(ask(simulator, stream(), "X-Simulate: " + manner).bytes()).isEqualTo(RECORDED);
    }
  }

  @Test
  void aRecordingIsCutIntoItsEvents() throws IOException {
    try (var simulator =
        Simulator.builder()
            .replayBytes(RECORDED, "text/event-stream")
            .fault(Fault.parse("end=1"))
            .start()) {
      assertThat(ask(simulator, stream()).body()).endsWith("ä😀\"}}]}\n\n");
    }
    try (var simulator =
        Simulator.builder()
            .replayBytes(RECORDED, "text/event-stream")
            .fault(Fault.parse("no-done"))
            .fault(Fault.parse("missing-finish"))
            .start()) {
      assertThat(ask(simulator, stream()).body()).doesNotContain("stop").endsWith("ping\n\n\n\n");
    }
  }

  @Test
  void bytesOfAnotherTypeAreTheBody() throws IOException {
    byte[] page = "<html>".getBytes(StandardCharsets.UTF_8);
    try (var simulator = Simulator.builder().replayBytes(page, "text/html").start()) {
      var answer = ask(simulator, stream());

      assertThat(answer.head()).contains("Content-Type: text/html");
      assertThat(answer.bytes()).isEqualTo(page);
    }
  }

  @Test
  void aTranscriptsChunksBecomeEventsVerbatim() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.jsonl"),
            """
            {"type":"open","version":1,"request":{"data":{"a":1}}}
            {"type":"chunk","at_ms":1.5,"data":{"id": "é😀",  "n":1.50,"choices":[]}}
            {"data":{"b":[{"c":null}]},"at_ms":2,"type":"chunk"}

            {"type":"end","status":"completed"}
            """);
    try (var simulator = Simulator.builder().replay(file).start()) {
      assertThat(ask(simulator, stream()).body())
          .isEqualTo(
              """
              data: {"id": "é😀",  "n":1.50,"choices":[]}

              data: {"b":[{"c":null}]}

              data: [DONE]

              """);
    }
  }

  @Test
  void aTranscriptWithoutItsEndHasNoDone() throws IOException {
    Path file =
        Files.writeString(folder.resolve("a.jsonl"), "{\"type\":\"chunk\",\"data\":{\"a\":1}}\n");
    try (var simulator = Simulator.builder().replay(file).start()) {
      assertThat(ask(simulator, stream()).body()).isEqualTo("data: {\"a\":1}\n\n");
    }
  }

  @Test
  void aFileThatCannotBePlayedIsNamed() throws IOException {
    Path missing = folder.resolve("none.sse");
    assertThatThrownBy(() -> Simulator.builder().replay(missing))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(missing + ": there is no such file");
    Path broken = Files.writeString(folder.resolve("b.jsonl"), "{}\nno\n");
    assertThatThrownBy(() -> Simulator.builder().replay(broken))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(broken + ", line 2: not a line of a transcript; each is one JSON object");
  }
}
