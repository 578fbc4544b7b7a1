package io.sluice.stages;

import io.sluice.stream.Delta;

/** Adds to each chunk what is known so far of a JSON answer. Mutable; for one run. */
final class JsonStage extends ChoiceStage<PartialJson> {

  static final String FIELD = "partial";

  JsonStage() {
    super("json", choice -> new PartialJson());
  }

  @Override
  void take(Delta delta, ChunkAssembly chunk) {
    chunk.add(delta);
    if (delta instanceof Delta.Text text) {
      choiceOf(delta)
          .add(text.text())
          .map(known -> new Delta.Other(delta.choice(), Delta.Place.MESSAGE, FIELD, known))
          .ifPresent(chunk::add);
    }
  }

  /** Nothing is held back. */
  @Override
  void end(PartialJson known, ChunkAssembly chunk) {}
}
