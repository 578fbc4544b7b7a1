package io.sluice.chat;

import java.util.Set;

/**
 * The names of the unmodelled fields of an answer that the next request may need. A message keeps
 * any other field as well; these are known by name.
 */
public final class AnswerFields {

  /** An array: what was said that is neither text nor a call, verbatim, and text that came so. */
  public static final String CONTENT_PARTS = "content_parts";

  /** The order of texts, calls and parts, for dialects that must send it back. */
  public static final String CONTENT_ORDER = "content_order";

  /** A text of Cohere's: why tools are called. */
  public static final String TOOL_PLAN = "tool_plan";

  /** An array: the sources of the text, as the server names them. */
  public static final String ANNOTATIONS = "annotations";

  /** An array of OpenRouter's: reasoning with its signatures. */
  public static final String REASONING_DETAILS = "reasoning_details";

  /** A spoken answer of OpenAI's. */
  public static final String AUDIO = "audio";

  /** What an answer has and a message of a request to OpenAI must not have. */
  public static final Set<String> ONLY_IN_ANSWERS =
      Set.of(CONTENT_PARTS, CONTENT_ORDER, TOOL_PLAN, ANNOTATIONS);

  /** What {@link Message#asTurn} keeps. */
  static final Set<String> SENT_BACK =
      Set.of(CONTENT_PARTS, CONTENT_ORDER, TOOL_PLAN, ANNOTATIONS, REASONING_DETAILS, AUDIO);

  private AnswerFields() {}
}
