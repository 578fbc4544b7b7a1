package io.sluice.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.stage.Stage;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.testkit.Chunks;
import io.sluice.testkit.StageContract;
import io.sluice.testkit.StageRun;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SelectionStageTest extends StageContract {

  private static final List<Chunk> ANSWER =
      List.of(
          Chunks.role(),
          Chunks.reasoning("hm"),
          Chunks.text("a"),
          Chunks.text(1, "b"),
          Chunks.unknown(),
          Chunks.finish(),
          Chunks.usage(1, 2));

  @Override
  protected Supplier<Stage> stage() {
    return Stages.without(DeltaKind.REASONING);
  }

  @Override
  protected int longestHeldBack() {
    return 0;
  }

  @Test
  void onlySomeKindsPassInTheFrameOfTheAnswer() {
    assertThat(StageRun.of(Stages.only(DeltaKind.REASONING), ANSWER))
        .extracting(chunk -> chunk.deltas().stream().map(DeltaKind::of).toList())
        .containsExactly(
            List.of(DeltaKind.ROLE),
            List.of(DeltaKind.REASONING),
            List.of(DeltaKind.FINISH),
            List.of());
  }

  @Test
  void aKindIsTakenAwayAndNothingElse() {
    assertThat(StageRun.of(Stages.without(DeltaKind.USAGE, DeltaKind.OTHER), ANSWER))
        .flatExtracting(chunk -> chunk.deltas().stream().map(DeltaKind::of).toList())
        .containsExactly(
            DeltaKind.ROLE,
            DeltaKind.TEXT,
            DeltaKind.REASONING,
            DeltaKind.TEXT,
            DeltaKind.TEXT,
            DeltaKind.FINISH);
  }

  @Test
  void choicesAreChosenByTheirNumbers() {
    assertThat(texts(Stages.onlyChoices(1))).containsExactly("b");
    assertThat(texts(Stages.withoutChoices(1))).doesNotContain("b").contains("a");
  }

  @Test
  void aChunkOfWhichNothingIsTakenIsPassedAsItIs() {
    Chunk text = Chunks.text("a");
    assertThat(StageRun.open(stage()).chunk(text).passed().get(0)).isSameAs(text);
  }

  @Test
  void noKindIsNoChoice() {
    assertThatThrownBy(() -> Stages.only()).hasMessageContaining("no kind is given");
  }

  private static List<String> texts(Supplier<Stage> stage) {
    return StageRun.of(stage, ANSWER).stream()
        .flatMap(chunk -> chunk.deltas().stream())
        .filter(Delta.Text.class::isInstance)
        .map(TextKind::text)
        .filter(text -> !text.isEmpty())
        .toList();
  }
}
