package io.sluice.accumulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.FinishReason;
import io.sluice.chat.Json;
import io.sluice.stream.Delta;
import io.sluice.stream.TestChunk;
import org.junit.jupiter.api.Test;

/** When a finish reason is believed, and what takes it back. */
class FinishedChoicesTest {
  private final FinishedChoices choices = new FinishedChoices();

  @Test
  void nothingWasSeenAtFirst() {
    assertThat(choices.anySeen()).isFalse();
    assertThat(choices.everyFinished()).isFalse();
  }

  @Test
  void whatBelongsToNoChoiceIsNone() {
    choices.add(TestChunk.of(new Delta.Other(0, Delta.Place.CHUNK, "k", new Json("1"))));

    assertThat(choices.anySeen()).isFalse();
  }

  @Test
  void everyChoiceThatWasSeenMustFinish() {
    choices.add(TestChunk.of(new Delta.Text(0, "a"), new Delta.Text(1, "b")));
    choices.add(TestChunk.finish(0));
    assertThat(choices.everyFinished()).isFalse();

    choices.add(TestChunk.finish(1));
    assertThat(choices.everyFinished()).isTrue();
  }

  @Test
  void tokensInALaterChunkTakeAFinishBack() {
    choices.add(TestChunk.of(new Delta.Text(0, "a"), finish("stop")));
    assertThat(choices.everyFinished()).isTrue();

    assertThat(choices.add(TestChunk.text("b"))).isTrue();
    assertThat(choices.anyFinished()).isFalse();
  }

  @Test
  void tokensInTheSameChunkDoNot() {
    assertThat(choices.add(TestChunk.of(finish("stop"), new Delta.Text(0, "a")))).isFalse();
    assertThat(choices.everyFinished()).isTrue();
  }

  @Test
  void whatIsNoTokenTakesNothingBack() {
    choices.add(TestChunk.of(new Delta.Text(0, "a"), finish("stop")));

    assertThat(choices.add(TestChunk.text(""))).isFalse();
    assertThat(
            choices.add(TestChunk.of(new Delta.Other(0, Delta.Place.CHOICE, "k", new Json("1")))))
        .isFalse();
    assertThat(choices.everyFinished()).isTrue();
  }

  @Test
  void aFinishLooksLikeAnEndOnlyIfSomethingWasSaidAndNoToolIsWanted() {
    choices.add(TestChunk.of(finish("stop")));
    assertThat(choices.looksComplete()).isFalse();

    choices.add(TestChunk.of(new Delta.Text(0, "a"), finish("tool_calls")));
    assertThat(choices.looksComplete()).isFalse();

    choices.add(TestChunk.of(new Delta.Text(0, "b"), finish("length")));
    assertThat(choices.looksComplete()).isTrue();
  }

  private static Delta finish(String reason) {
    return new Delta.Finish(0, new FinishReason(reason));
  }
}
