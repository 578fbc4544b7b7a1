package io.sluice.wire;

import io.sluice.accumulate.FinishedChoices;
import io.sluice.json.ChunkReader;
import io.sluice.json.JsonObject;
import io.sluice.stream.Chunk;
import io.sluice.stream.Failure;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/** Reads the chunks of one answer. Mutable; for one thread at a time. */
final class OpenAiReader extends JsonEvents {

  private final ChunkReader chunks;
  private final FinishedChoices choices = new FinishedChoices();
  private final Splice splice = new Splice();

  OpenAiReader(ChunkReader chunks) {
    super(WireFormat.OPENAI);
    this.chunks = chunks;
  }

  @Override
  protected void object(String type, ByteBuffer payload, Duration at, Dialect.Receiver receiver) {
    Chunk chunk = chunks.read(payload, at, receiver::irregular);
    if (!chunks.isOurs()) {
      foreign().add(chunk.json());
    }
    if (splice.isBegunBy(chunk, choices)) {
      receiver.failed(Payloads.secondAnswer(chunk.json()));
      return;
    }
    choices.add(chunk);
    receiver.chunk(chunk);
    Optional<Failure.Provider> reported = chunks.error();
    if (reported.isPresent()) {
      receiver.failed(reported.get());
    }
  }

  @Override
  protected boolean hasBegun() {
    return choices.anySeen();
  }

  @Override
  protected boolean hasFinished() {
    return choices.everyFinished();
  }

  @Override
  protected boolean isAnswer(JsonObject body) {
    return body.value("choices").isPresent();
  }
}
