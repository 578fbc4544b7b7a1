package io.sluice.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TranscriptSinkTest {

  private final StreamContext context = Samples.context(Optional.empty());
  private final Chunk chunk = Samples.chunk(Duration.ZERO, "{}");
  private final Outcome outcome = Samples.outcome(Status.COMPLETED, Optional.empty());

  @Test
  void eachCallBecomesItsLine() throws IOException {
    List<String> lines = new ArrayList<>();
    TranscriptSink sink = TranscriptSink.to(lines::add);

    sink.onOpen(context);
    sink.onRetry(Samples.retry());
    sink.onChunk(chunk);
    sink.onEnd(outcome);
    sink.close();

    assertThat(lines)
        .containsExactly(
            TranscriptWriter.open(context),
            TranscriptWriter.retry(Samples.retry()),
            TranscriptWriter.chunk(chunk),
            TranscriptWriter.end(outcome));
  }

  @Test
  void whatTheTargetRefusesIsThrown() {
    var full = new IOException("the disk is full");
    TranscriptSink sink =
        TranscriptSink.to(
            line -> {
              throw full;
            });

    assertThatThrownBy(() -> sink.onChunk(chunk)).isSameAs(full);
  }
}
