package io.sluice.benchmarks.parts;

import io.sluice.pipeline.Pipeline;
import io.sluice.stages.DeltaKind;
import io.sluice.stages.Stages;
import java.util.function.Consumer;

/** The stages that are measured. */
public enum StageChoice {
  /** Without a stage. */
  NONE(pipeline -> {}),
  /** What a stage costs that only looks. */
  WITHOUT(pipeline -> pipeline.through(Stages.without(DeltaKind.REFUSAL))),
  WORDS(pipeline -> pipeline.through(Stages.words())),
  SENTENCES(pipeline -> pipeline.through(Stages.sentences())),
  REDACT(pipeline -> pipeline.through(Stages.redact()));

  private final Consumer<Pipeline.Builder> addition;

  StageChoice(Consumer<Pipeline.Builder> addition) {
    this.addition = addition;
  }

  void addTo(Pipeline.Builder pipeline) {
    addition.accept(pipeline);
  }
}
