package io.sluice.sinks.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.stream.Status;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {

  private static final String EVENTS = "data: {\"n\":\ndata: 1}\n\n".repeat(2);

  @TempDir Path folder;

  @Test
  void completedAnswerHasItsEndMark() throws IOException {
    Path file = folder.resolve("a.sse");
    Answer.of("Hi", "!").run(FileSink.sse(file), Status.COMPLETED);

    assertThat(file).content().isEqualTo(EVENTS + "data: [DONE]\n\n");
  }

  @Test
  void anyOtherEndIsAComment() throws IOException {
    Answer.of("Hi", "!").run(FileSink.sse(folder.resolve("a.sse")), Status.TRUNCATED);

    assertThat(folder.resolve("a.sse.partial"))
        .content()
        .isEqualTo(EVENTS + ": truncated - the line is gone\n\n");
  }
}
