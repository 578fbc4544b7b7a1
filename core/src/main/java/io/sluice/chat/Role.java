package io.sluice.chat;

import java.util.Objects;

/**
 * The role of a message's author. The set is the server's, so it is open: an unknown role is a
 * value like any other.
 *
 * @param value the word on the wire, such as {@code "user"}
 */
public record Role(String value) {

  /** Instructions that take precedence over the conversation. */
  public static final Role SYSTEM = new Role("system");

  /** The name newer OpenAI models give to {@link #SYSTEM}. */
  public static final Role DEVELOPER = new Role("developer");

  /** The person or program that sends the request. */
  public static final Role USER = new Role("user");

  /** The model that answers. */
  public static final Role ASSISTANT = new Role("assistant");

  /** The result of a tool that the model called. */
  public static final Role TOOL = new Role("tool");

  /** Refuses null. */
  public Role {
    Objects.requireNonNull(value, "value");
  }

  /** The word on the wire. */
  @Override
  public String toString() {
    return value;
  }
}
