package io.sluice.stages;

import io.sluice.stage.Outlet;
import io.sluice.stage.Stage;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import io.sluice.tokens.TokenCounter;
import io.sluice.tokens.TokenEncoding;
import org.jspecify.annotations.Nullable;

/** Makes one chunk of several, until a limit is reached or a choice is finished. For one run. */
final class GatherStage implements Stage {

  private static final int MOST_DELTAS = 4096;

  private final Gathering limits;
  private final ChunkAssembly assembly = new ChunkAssembly();
  private final StringBuilder text = new StringBuilder();
  private TextKind kind = TextKind.TEXT;
  private int choice;
  private int deltas;
  private int bytes;

  /** Null unless tokens are a limit: its vocabulary is large. */
  private final @Nullable TokenCounter counter;

  GatherStage(Gathering limits) {
    this.limits = limits;
    this.counter = limits.tokens().isPresent() ? TokenCounter.of(TokenEncoding.O200K_BASE) : null;
  }

  @Override
  public String name() {
    return "gather";
  }

  @Override
  public void onRetry(Retry retry) {
    assembly.reset();
    text.setLength(0);
    begin();
  }

  @Override
  public void onChunk(Chunk chunk, Outlet outlet) {
    boolean first = deltas == 0;
    boolean finished = false;
    assembly.begin(chunk);
    for (Delta delta : chunk.deltas()) {
      take(delta);
      finished |= delta instanceof Delta.Finish;
    }
    if (finished || chunk.usage().isPresent() || chunk.deltas().isEmpty() || isFull()) {
      sealText();
      assembly.finish(chunk, outlet);
      begin();
    } else if (first && !limits.time().isZero()) {
      outlet.wakeAfter(limits.time());
    }
  }

  @Override
  public void onWake(Outlet outlet) {
    passAll(outlet);
  }

  @Override
  public void onEnd(Outcome outcome, Outlet outlet) {
    passAll(outlet);
  }

  private void take(Delta delta) {
    deltas++;
    bytes += DeltaSize.bytes(delta);
    TextKind of = TextKind.of(delta);
    String said = TextKind.text(delta);
    if (of == null || said.isEmpty()) {
      sealText();
      assembly.add(delta);
      return;
    }
    if (of != kind || delta.choice() != choice) {
      sealText();
      kind = of;
      choice = delta.choice();
    }
    text.append(said);
    if (counter != null) {
      counter.append(said);
    }
  }

  private boolean isFull() {
    return bytes >= limits.bytes()
        || deltas >= MOST_DELTAS
        || (counter != null && counter.count() >= limits.tokens().orElse(1));
  }

  private void passAll(Outlet outlet) {
    sealText();
    assembly.pass(outlet);
    begin();
  }

  private void sealText() {
    if (text.length() > 0) {
      assembly.add(kind.delta(choice, text.toString()));
      text.setLength(0);
    }
  }

  private void begin() {
    deltas = 0;
    bytes = 0;
    if (counter != null) {
      counter.clear();
    }
  }
}
