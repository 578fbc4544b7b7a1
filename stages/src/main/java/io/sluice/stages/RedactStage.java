package io.sluice.stages;

import io.sluice.stages.secret.Secrets;
import io.sluice.stream.Delta;

/**
 * Replaces secrets in text, reasoning, refusals and the arguments of calls, wherever the deltas are
 * cut. Mutable; for one run.
 */
final class RedactStage extends ChoiceStage<RedactedChoice> {

  private final FieldRedaction fields;

  RedactStage(Secrets secrets) {
    super("redact", choice -> new RedactedChoice(choice, secrets));
    this.fields = new FieldRedaction(secrets);
  }

  @Override
  public boolean keepsTheSum() {
    return false;
  }

  @Override
  void take(Delta delta, ChunkAssembly chunk) {
    TextKind kind = TextKind.of(delta);
    if (kind != null) {
      choiceOf(delta).text(kind, delta, chunk);
    } else if (delta instanceof Delta.ToolCall call) {
      choiceOf(delta).call(fields.redacted(call), chunk);
    } else if (delta instanceof Delta.Finish) {
      choiceOf(delta).finish(delta, chunk);
    } else if (delta instanceof Delta.Other field) {
      fields.add(field, chunk);
    } else {
      chunk.add(delta);
    }
  }

  @Override
  void end(RedactedChoice choice, ChunkAssembly chunk) {
    choice.end(chunk);
  }
}
