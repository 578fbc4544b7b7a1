package io.sluice.tokens.prompt;

import java.util.Objects;

/**
 * What a part of a prompt costs. Tokens join over the seams of parts; such a token counts for the
 * later one.
 *
 * @param name what the part is, such as {@code message 2 (user)} or {@code tool add}
 * @param tokens how many; may be less than 0 if a token joins two parts
 */
public record PromptPart(String name, long tokens) {

  /** Refuses null. */
  public PromptPart {
    Objects.requireNonNull(name, "name");
  }
}
