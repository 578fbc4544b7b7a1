package io.sluice.tokens;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingRegistry;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts tokens. A vocabulary is loaded when it is first counted with, which takes a good quarter
 * of a second, and kept as long as this object: share one. Thread-safe.
 */
public final class TokenCounts {

  private final EncodingRegistry registry = Encodings.newLazyEncodingRegistry();

  /** Loads nothing yet. */
  public TokenCounts() {}

  /**
   * How many tokens the text is. What looks like a special token is counted as the text that it is;
   * half a surrogate pair as U+FFFD, which is what a server would make of it.
   */
  public long count(TokenEncoding encoding, String text) {
    return text.isEmpty() ? 0 : of(encoding).countTokensOrdinary(WellFormed.text(text));
  }

  /** The tokens of the text, in order, each as its bytes: one may be part of a character only. */
  public List<byte[]> split(TokenEncoding encoding, String text) {
    Encoding tokens = of(encoding);
    List<byte[]> split = new ArrayList<>();
    for (int token : tokens.encodeOrdinary(WellFormed.text(text)).toArray()) {
      var single = new com.knuddels.jtokkit.api.IntArrayList(1);
      single.add(token);
      split.add(tokens.decodeBytes(single));
    }
    return List.copyOf(split);
  }

  private Encoding of(TokenEncoding encoding) {
    return registry.getEncoding(encoding.type());
  }
}
