package io.sluice.stages;

import io.sluice.stage.Outlet;
import io.sluice.stage.Stage;
import io.sluice.stages.secret.Secrets;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import java.util.List;

/**
 * Replaces secrets in text, reasoning, refusals and the arguments of calls, wherever the deltas are
 * cut. Mutable; for one run.
 */
final class RedactStage implements Stage {

  private final Choices<RedactedChoice> choices;
  private final FieldRedaction fields;
  private final ChunkAssembly assembly = new ChunkAssembly();

  RedactStage(Secrets secrets) {
    this.choices = new Choices<>(choice -> new RedactedChoice(choice, secrets));
    this.fields = new FieldRedaction(secrets);
  }

  @Override
  public String name() {
    return "redact";
  }

  @Override
  public boolean keepsTheSum() {
    return false;
  }

  @Override
  public void onRetry(Retry retry) {
    choices.clear();
    assembly.reset();
  }

  @Override
  public void onChunk(Chunk chunk, Outlet outlet) {
    assembly.begin(chunk);
    List<Delta> deltas = chunk.deltas();
    for (int i = 0; i < deltas.size(); i++) {
      take(deltas.get(i));
    }
    assembly.finish(chunk, outlet);
  }

  @Override
  public void onEnd(Outcome outcome, Outlet outlet) {
    choices.each(choice -> choice.end(assembly));
    assembly.pass(outlet);
  }

  private void take(Delta delta) {
    TextKind kind = TextKind.of(delta);
    if (kind != null) {
      choices.of(delta.choice()).text(kind, delta, assembly);
    } else if (delta instanceof Delta.ToolCall call) {
      choices.of(delta.choice()).call(fields.redacted(call), assembly);
    } else if (delta instanceof Delta.Finish) {
      choices.of(delta.choice()).finish(delta, assembly);
    } else if (delta instanceof Delta.Other field) {
      fields.redacted(field).ifPresent(assembly::add);
    } else {
      assembly.add(delta);
    }
  }
}
