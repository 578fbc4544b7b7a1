package io.sluice.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sluice.stream.ChatStream;
import io.sluice.stream.Failure;
import io.sluice.stream.Status;
import io.sluice.stream.StreamException;
import io.sluice.wire.WireEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records of answers that came in one piece. */
class DocumentReplayTest {

  @TempDir private Path folder;

  @Test
  void anAnswerInOnePieceIsPlayed() throws IOException {
    String answer =
        "{\"model\":\"m\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\","
            + "\"content\":\"Hello\"},\"finish_reason\":\"stop\"}]}";

    try (ChatStream stream = Replay.of(file(answer.getBytes(StandardCharsets.UTF_8))).open()) {
      assertThat(stream.completion().text()).isEqualTo("Hello");
    }
  }

  @Test
  void aRecordedErrorFailsAgain() throws IOException {
    StreamException thrown =
        failure("{\"error\":{\"message\":\"overloaded\"}}".getBytes(StandardCharsets.UTF_8));

    assertThat(thrown.outcome().status()).isEqualTo(Status.FAILED);
    assertThat(thrown.outcome().failure()).containsInstanceOf(Failure.Provider.class);
  }

  @Test
  void aDocumentBeyondTheBoundIsRefused() throws IOException {
    byte[] endless = new byte[WireEvent.Whole.LONGEST + 1];
    Arrays.fill(endless, (byte) '[');

    StreamException thrown = failure(endless);

    assertThat(thrown.outcome().failure())
        .contains(new Failure.Protocol("the answer is longer than 16777216 bytes", ""));
  }

  private StreamException failure(byte[] document) throws IOException {
    try (ChatStream stream = Replay.of(file(document)).open()) {
      return catchThrowableOfType(StreamException.class, stream::completion);
    }
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("a.json"), content);
  }
}
