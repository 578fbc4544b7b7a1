package io.sluice.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.replay.FollowedLines.NumberedLine;
import io.sluice.stream.ChatStream;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.stream.StreamException;
import io.sluice.transcript.TranscriptLine;
import io.sluice.transcript.TranscriptLine.OpenLine;
import io.sluice.wire.OpenAiDialect;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FollowedRunTest {

  private static final String OPEN =
      "{\"type\":\"open\",\"version\":1,\"id\":\"r-1\",\"endpoint\":\"e\",\"attributes\":{\"a\":\"b\"}}";
  private static final String END = "{\"type\":\"end\",\"status\":\"completed\",\"chunks\":2}";

  @Test
  void aRunIsWhatItsLinesSay() {
    FollowedRun run = run(line(0, OPEN), text(1, "All "), text(2, "is well."), line(3, END));

    Outcome outcome = end(run);

    assertThat(outcome.status()).isEqualTo(Status.COMPLETED);
    assertThat(outcome.completion().text()).isEqualTo("All is well.");
    assertThat(run.attributes()).containsEntry("a", "b");
    assertThat(run.endpoint()).isEqualTo("place");
  }

  @Test
  void aRunCanBeFollowedAgain() {
    FollowedRun run = run(line(0, OPEN), text(1, "a"), line(2, END));

    assertThat(end(run).completion()).isEqualTo(end(run).completion());
  }

  @Test
  void repeatedLinesCountOnceAndEachHoleIsAnIrregularity() {
    Outcome outcome =
        end(
            run(
                line(0, OPEN),
                text(1, "one "),
                line(0, OPEN),
                text(1, "one "),
                text(3, "three "),
                text(6, "six"),
                line(7, END)));

    assertThat(outcome.completion().text()).isEqualTo("one three six");
    assertThat(outcome.irregularities())
        .contains(new Irregularity(Irregularity.Kind.MISSING_LINES, 2));
  }

  @Test
  void aRunThatFallsSilentIsTruncated() {
    Outcome outcome = end(run(line(0, OPEN), text(1, "one ")));

    assertThat(outcome.status()).isEqualTo(Status.TRUNCATED);
    assertThat(outcome.failure().map(Failure::message))
        .contains("the transcript has no end line: it was cut off, or its writer has stopped");
  }

  @Test
  void aLineThatIsNoneIsNamed() {
    Outcome outcome = end(run(line(0, OPEN), line(1, "{")));

    assertThat(outcome.failure().map(Failure::message))
        .contains("line 1: the transcript line is no JSON object; pass one line of a transcript");
  }

  @Test
  void whatCannotBeReadIsTheEnd() {
    FollowedRun run =
        run(
            () -> {
              throw new IOException("the place is gone");
            });

    assertThat(end(run).failure().map(Failure::message)).contains("the place is gone");
  }

  @Test
  void aStreamThatIsClosedLeavesTheLinesAtOnce() throws Exception {
    var closed = new CompletableFuture<Boolean>();
    var asked = new CountDownLatch(1);
    FollowedRun run =
        run(
            () ->
                new FollowedLines() {
                  @Override
                  public List<NumberedLine> next() throws IOException {
                    asked.countDown();
                    try {
                      new CountDownLatch(1).await();
                      return List.of();
                    } catch (InterruptedException left) {
                      throw new IOException("interrupted", left);
                    }
                  }

                  @Override
                  public void close() {
                    closed.complete(true);
                  }
                });

    ChatStream stream = run.open();
    CompletableFuture<Void> reading =
        CompletableFuture.runAsync(() -> stream.iterator().forEachRemaining(chunk -> {}));
    asked.await();
    stream.close();
    assertThatThrownBy(reading::join).hasCauseInstanceOf(StreamException.class);

    assertThat(closed.get(60, TimeUnit.SECONDS)).isTrue();
  }

  private static NumberedLine text(long number, String text) {
    return line(
        number,
        "{\"type\":\"chunk\",\"at_ms\":1,\"data\":{\"choices\":[{\"index\":0,\"delta\":{\"content\":\""
            + text
            + "\"}}]}}");
  }

  private static NumberedLine line(long number, String text) {
    return new NumberedLine(number, text);
  }

  private static FollowedRun run(NumberedLine... lines) {
    return run(() -> new KeptLines(new ArrayDeque<>(List.of(lines))));
  }

  private static FollowedRun run(FollowedLines.Opening lines) {
    OpenLine opening = (OpenLine) TranscriptLine.parse(OPEN).orElseThrow();
    return FollowedRun.of(opening, "place", new OpenAiDialect(), lines);
  }

  private static Outcome end(FollowedRun run) {
    try (ChatStream stream = run.open()) {
      stream.iterator().forEachRemaining(chunk -> {});
      return stream.outcome().toCompletableFuture().join();
    } catch (StreamException incomplete) {
      return incomplete.outcome();
    }
  }

  /** Lines of which no further one comes. */
  private record KeptLines(Queue<NumberedLine> left) implements FollowedLines {

    @Override
    public List<NumberedLine> next() {
      NumberedLine line = left.poll();
      return line == null ? List.of() : List.of(line);
    }

    @Override
    public void close() {}
  }
}
