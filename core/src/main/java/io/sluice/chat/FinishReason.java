package io.sluice.chat;

import java.util.Locale;
import java.util.Objects;

/**
 * Why the model ended a choice. The set is the server's, so it is open.
 *
 * @param value the word on the wire, such as {@code "stop"}
 */
public record FinishReason(String value) {

  /** The model reached its natural end, or a stop sequence. */
  public static final FinishReason STOP = new FinishReason("stop");

  /** The token limit cut the answer. */
  public static final FinishReason LENGTH = new FinishReason("length");

  /** A filter of the server withheld the rest. */
  public static final FinishReason CONTENT_FILTER = new FinishReason("content_filter");

  /** The model wants tools to be called. */
  public static final FinishReason TOOL_CALLS = new FinishReason("tool_calls");

  /** Refuses null. */
  public FinishReason {
    Objects.requireNonNull(value, "value");
  }

  /** The meaning of the word, in any spelling that servers use. */
  public Meaning meaning() {
    return Meaning.of(value);
  }

  /** Whether the answer has ended but is incomplete: because of a token limit or a filter. */
  public boolean cutsTheAnswer() {
    return meaning() == Meaning.LENGTH || meaning() == Meaning.FILTER;
  }

  /** The word on the wire. */
  @Override
  public String toString() {
    return value;
  }

  /** The meanings of finish reasons whose words are known. */
  public enum Meaning {
    /** The answer ended by itself, or for an unknown reason. */
    END(""),
    /** The model wants tools to be called. */
    TOOLS("toolcalls tooluse functioncall"),
    /** A token limit cut the answer. */
    LENGTH(
        "length maxlength maxtokens maxoutputtokens maxcompletiontokens maxnewtokens modellength"
            + " modelcontextwindowexceeded contextlength contextlengthexceeded contextwindow"
            + " tokenlimit"),
    /** A filter withheld the answer or the rest of it. */
    FILTER(
        "contentfilter contentfiltered contentpolicy filtered safety sensitive refusal recitation"
            + " blocklist blocked prohibitedcontent spii imagesafety imageprohibitedcontent"
            + " guardrailintervened errortoxic language"),
    /** The server or the model failed before the end. */
    BREAKDOWN(
        "error networkerror insufficientsystemresource abort aborted cancelled canceled"
            + " malformedfunctioncall malformedresponse unexpectedtoolcall modelerror");

    /** Without case and punctuation, with a space before and after each. */
    private final String words;

    Meaning(String words) {
      this.words = " " + words + " ";
    }

    private static Meaning of(String word) {
      String bare = " " + word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "") + " ";
      for (Meaning meaning : values()) {
        if (meaning.words.contains(bare)) {
          return meaning;
        }
      }
      return END;
    }
  }
}
