package io.sluice.tokens;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingRegistry;

/**
 * jtokkit, which encodes a text as a whole: right where the text is well formed and its characters
 * have the classes that this JDK knows.
 */
final class Reference {

  private static final EncodingRegistry REGISTRY = Encodings.newLazyEncodingRegistry();

  private Reference() {}

  static Encoding of(TokenEncoding encoding) {
    return REGISTRY.getEncoding(encoding.word()).orElseThrow();
  }

  static long count(TokenEncoding encoding, CharSequence text) {
    return of(encoding).countTokensOrdinary(wellFormed(text));
  }

  private static String wellFormed(CharSequence text) {
    var whole = new StringBuilder();
    text.codePoints().forEach(point -> whole.appendCodePoint(isSurrogate(point) ? 0xFFFD : point));
    return whole.toString();
  }

  private static boolean isSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
