package io.sluice.stages;

import io.sluice.json.ChunkBuilder;
import io.sluice.stage.Outlet;
import io.sluice.stage.Stage;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Passes the deltas of some kinds and choices, and takes the others away. Holds nothing back. A
 * chunk of which nothing is left is not passed; one that says nothing is. Has no state.
 */
final class SelectionStage implements Stage {

  private final String name;
  private final Set<DeltaKind> kinds;
  private final IntPredicate choices;

  SelectionStage(String name, Set<DeltaKind> kinds, IntPredicate choices) {
    this.name = name;
    this.kinds = Set.copyOf(kinds);
    this.choices = choices;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean keepsTheSum() {
    return false;
  }

  @Override
  public void onChunk(Chunk chunk, Outlet outlet) {
    boolean usage = chunk.usage().isPresent() && kinds.contains(DeltaKind.USAGE);
    if (usage == chunk.usage().isPresent() && passesAll(chunk.deltas())) {
      outlet.pass(chunk);
      return;
    }
    List<Delta> left = chunk.deltas().stream().filter(this::passes).toList();
    if (usage || !left.isEmpty()) {
      ChunkBuilder made = ChunkBuilder.of(left).origin(chunk.origin()).at(chunk.at());
      Optional.of(usage).filter(kept -> kept).flatMap(kept -> chunk.usage()).ifPresent(made::usage);
      outlet.pass(made.build());
    }
  }

  /** Most chunks pass whole, so this is asked before anything is made. */
  private boolean passesAll(List<Delta> deltas) {
    for (int i = 0; i < deltas.size(); i++) {
      if (!passes(deltas.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean passes(Delta delta) {
    boolean ofChunk = delta instanceof Delta.Other field && field.place() == Delta.Place.CHUNK;
    return kinds.contains(DeltaKind.of(delta)) && (ofChunk || choices.test(delta.choice()));
  }
}
