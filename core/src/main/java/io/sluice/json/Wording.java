package io.sluice.json;

import io.sluice.stream.Chunk;
import org.jspecify.annotations.Nullable;

/** How a chunk was written. Immutable. */
interface Wording {

  /** The JSON, verbatim. */
  String json();

  /** The number of characters of the JSON, without creating it. */
  int length();

  /** Kept as it was received. */
  record Verbatim(String json) implements Wording {

    @Override
    public int length() {
      return json.length();
    }
  }

  /** In OpenAI's form, for a chunk that no server sent. Written when it is first asked for. */
  final class Written implements Wording {

    private final Chunk said;

    /** Threads that ask at the same time may each write it: they write the same. */
    private @Nullable String json;

    /** Of a chunk whose own JSON is not asked for. */
    Written(Chunk said) {
      this.said = said;
    }

    @Override
    public String json() {
      String written = json;
      if (written == null) {
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
  final class Filled implements Wording {

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
