package io.sluice.accumulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sluice.chat.Json;
import io.sluice.feed.FedStream;
import io.sluice.feed.TestSource;
import io.sluice.stream.Delta;
import io.sluice.stream.Status;
import io.sluice.stream.StreamException;
import io.sluice.stream.TestChunk;
import java.util.Collections;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** What a server that never ends can make us keep. */
class AnswerBoundTest {

  private static final String MEBI = "x".repeat(1 << 20);

  @Test
  void anAnswerBeyondItsBoundFails() {
    TestSource endless = TestSource.of(Collections.nCopies(66, TestChunk.text(MEBI)).toArray());

    StreamException thrown =
        catchThrowableOfType(
            StreamException.class, () -> FedStream.of(endless).forEach(chunk -> {}));

    assertThat(thrown.outcome().status()).isEqualTo(Status.FAILED);
    assertThat(thrown.outcome().chunks()).isEqualTo(65);
    assertThat(thrown)
        .hasMessage("failed after 65 chunks: the answer is longer than 67108864 characters");
    assertThat(endless.cancelled.getCount()).isZero();
  }

  @Test
  void allKindsOfTextCountTogether() {
    var answer = new CompletionAccumulator();
    for (int i = 0; i < 16; i++) {
      answer.add(
          TestChunk.of(
              new Delta.Text(0, MEBI),
              new Delta.Reasoning(1, MEBI),
              new Delta.Refusal(2, MEBI),
              new Delta.ToolCall(3, 0, "", "", MEBI, Map.of())));
    }
    assertThat(answer.excess()).isEmpty();
    answer.add(TestChunk.text("x"));
    assertThat(answer.excess()).isPresent();
  }

  @Test
  void everNewPartsCountThoughTheyAreEmpty() {
    assertExceeds(i -> new Delta.Other(0, Delta.Place.MESSAGE, "f" + i, new Json("1")));
    assertExceeds(i -> new Delta.ToolCall(0, i, "c" + i, "", "", Map.of()));
    assertExceeds(
        i -> {
          var member = new Json("{\"m" + i + "\":[]}");
          return new Delta.Other(
              0, Delta.Place.CHOICE, "logprobs", member, Delta.Fold.APPEND_MEMBERS);
        });
  }

  @Test
  void aFieldSaidAnewEachTimeIsKeptOnce() {
    var answer = new CompletionAccumulator();
    var field = new Delta.Other(0, Delta.Place.CHUNK, "obfuscation", new Json('"' + MEBI + '"'));
    for (int i = 0; i < 1_000; i++) {
      answer.add(TestChunk.of(field));
    }
    assertThat(answer.excess()).isEmpty();
  }

  private static void assertExceeds(IntFunction<Delta> part) {
    var answer = new CompletionAccumulator();
    for (int i = 0; i <= RetainedSize.MOST_PARTS && answer.excess().isEmpty(); i++) {
      answer.add(TestChunk.of(part.apply(i)));
    }
    assertThat(answer.excess()).isPresent();
  }
}
