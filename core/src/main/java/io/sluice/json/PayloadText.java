package io.sluice.json;

import io.sluice.chat.Usage;
import io.sluice.stream.Delta;
import io.sluice.stream.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a chunk was written. Immutable. */
interface PayloadText {

  /** The JSON, verbatim. */
  String json();

  /** The number of characters of the JSON, without creating it. */
  int length();

  /** Kept as it was received. */
  record Verbatim(String json) implements PayloadText {

    @Override
    public int length() {
      return json.length();
    }
  }

  /** In OpenAI's form, for a chunk that no server sent. Written when it is first asked for. */
  final class Written implements PayloadText {

    private final List<Delta> deltas;
    private final Optional<Usage> usage;
    private final Origin origin;

    /** Threads that ask at the same time may each write it: they write the same. */
    private @Nullable String json;

    Written(List<Delta> deltas, Optional<Usage> usage, Origin origin) {
      this.deltas = deltas;
      this.usage = usage;
      this.origin = origin;
    }

    @Override
    public String json() {
      String written = json;
      if (written == null) {
        var said = new ReadChunk(deltas, usage, origin, Duration.ZERO, new Verbatim(""));
        written = ChunkJson.write(said);
        json = written;
      }
      return written;
    }

    @Override
    public int length() {
      return json().length();
    }
  }

  /** As others, but for what stands in the gaps. */
  final class Filled implements PayloadText {

    private final Template template;
    private final String[] fillings;

    Filled(Template template, String[] fillings) {
      this.template = template;
      this.fillings = fillings;
    }

    @Override
    public String json() {
      return template.filled(fillings);
    }

    @Override
    public int length() {
      return template.length(fillings);
    }
  }
}
