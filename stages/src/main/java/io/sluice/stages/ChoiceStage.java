package io.sluice.stages;

import io.sluice.stage.Outlet;
import io.sluice.stage.Stage;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The frame of a stage that makes of each chunk at most one other, and keeps something of each
 * choice meanwhile. Mutable; for one run.
 *
 * @param <T> what is kept of a choice
 */
abstract class ChoiceStage<T> implements Stage {

  private final String name;
  private final Choices<T> choices;
  private final ChunkAssembly assembly = new ChunkAssembly();

  ChoiceStage(String name, IntFunction<T> beginning) {
    this.name = name;
    this.choices = new Choices<>(beginning);
  }

  /** Takes a delta, and adds what is to be passed now. */
  abstract void take(Delta delta, ChunkAssembly chunk);

  /** Adds what was held back of a choice, because the stream has ended. */
  abstract void end(T choice, ChunkAssembly chunk);

  /** What is kept of the choice that a delta belongs to. */
  final T choiceOf(Delta delta) {
    return choices.of(delta.choice());
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final void onRetry(Retry retry) {
    choices.clear();
    assembly.reset();
  }

  @Override
  public final void onChunk(Chunk chunk, Outlet outlet) {
    assembly.begin(chunk);
    List<Delta> deltas = chunk.deltas();
    for (int i = 0; i < deltas.size(); i++) {
      take(deltas.get(i), assembly);
    }
    assembly.finish(chunk, outlet);
  }

  @Override
  public final void onEnd(Outcome outcome, Outlet outlet) {
    choices.each(choice -> end(choice, assembly));
    assembly.pass(outlet);
  }
}
