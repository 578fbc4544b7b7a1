package io.sluice.server.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.ChatRequest;
import io.sluice.testkit.Chunks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokenTallyTest {

  private final List<TokenFigures> told = new ArrayList<>();
  private final List<Runnable> tasks = new ArrayList<>();
  private final List<Duration> delays = new ArrayList<>();
  private final TokenTally tally =
      new TokenTally(
          (delay, task) -> {
            tasks.add(task);
            delays.add(delay);
          },
          told::add);

  @Test
  void aCountIsFollowedByAPauseInWhichNothingIsTold() {
    tally.open(Optional.of(ChatRequest.of("gpt-4o", "hello")));
    turn();
    assertThat(told).isEmpty();

    tally.add(Chunks.text("one"), 2);
    tally.add(Chunks.text(" two"), 3);
    turn();
    assertThat(told).extracting(TokenFigures::line).containsExactly(3L);

    tally.add(Chunks.text(" three"), 4);
    assertThat(tasks).hasSize(1);
    assertThat(delays.get(delays.size() - 1)).isEqualTo(Duration.ofMillis(100));
    turn();
    assertThat(told).extracting(TokenFigures::line).containsExactly(3L, 4L);
  }

  @Test
  void onceNothingComesNoTaskIsLeft() {
    tally.open(Optional.empty());
    tally.add(Chunks.text("one"), 2);
    turn();
    turn();

    assertThat(tasks).isEmpty();
    tally.add(Chunks.text(" two"), 3);
    assertThat(tasks).hasSize(1);
  }

  @Test
  void theEndCountsWhatNoThreadHasCounted() {
    tally.open(Optional.of(ChatRequest.of("gpt-4o", "hello")));
    tally.add(Chunks.text("inter"), 2);
    tally.add(Chunks.text("nationalization"), 3);

    tally.end(5);

    assertThat(told).hasSize(1);
    assertThat(told.get(0).completion()).isEqualTo(2);
    assertThat(told.get(0).prompt()).hasValue(8);
    assertThat(told.get(0).line()).isEqualTo(5);
  }

  @Test
  void aRunThatIsFasterThanTheThreadCountsItselfAndKeepsABoundedQueue() {
    tally.open(Optional.empty());
    for (int line = 2; line < 10_002; line++) {
      tally.add(Chunks.text(" word"), line);
    }

    tally.end(10_001);

    assertThat(told.get(0).completion()).isEqualTo(10_000);
    assertThat(told.get(0).line()).isEqualTo(10_001);
  }

  private void turn() {
    List<Runnable> now = List.copyOf(tasks);
    tasks.clear();
    now.forEach(Runnable::run);
  }
}
