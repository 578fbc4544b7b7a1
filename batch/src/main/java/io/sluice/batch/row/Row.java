package io.sluice.batch.row;

import io.sluice.chat.ChatRequest;
import java.util.Objects;
import java.util.Optional;

/**
 * One request of a batch under an id of its own, or the reason why it cannot be asked. Immutable.
 */
public final class Row {

  /** The most characters that the id of a row may have. */
  public static final int LONGEST_ID = 512;

  private final long number;
  private final String id;
  private final Optional<ChatRequest> request;
  private final String fault;

  private Row(long number, String id, Optional<ChatRequest> request, String fault) {
    this.number = number;
    this.id = id;
    this.request = request;
    this.fault = fault;
  }

  /**
   * Returns a row that asks {@code request}.
   *
   * @throws IllegalArgumentException in one line, if the id is empty or longer than {@value
   *     #LONGEST_ID} characters
   */
  public static Row of(String id, ChatRequest request) {
    return new Row(0, checked(id), Optional.of(request), "");
  }

  /**
   * Returns a row that cannot be asked.
   *
   * @param reason one line
   * @throws IllegalArgumentException as {@link #of} does
   */
  public static Row unusable(String id, String reason) {
    return new Row(0, checked(id), Optional.empty(), Objects.requireNonNull(reason, "reason"));
  }

  /** Returns this row as the one with that number. */
  public Row numbered(long place) {
    return new Row(place, id, request, fault);
  }

  /** The number of the row in its input, from 1; 0 if it has none yet. */
  public long number() {
    return number;
  }

  /** The name of the row, which no other row of the batch has. */
  public String id() {
    return id;
  }

  /** The request; empty if the row cannot be asked. */
  public Optional<ChatRequest> request() {
    return request;
  }

  /** Why the row cannot be asked, in one line; empty text if it can. */
  public String fault() {
    return fault;
  }

  @Override
  public String toString() {
    return "Row " + number + " " + id;
  }

  private static String checked(String id) {
    if (id.isEmpty() || id.length() > LONGEST_ID) {
      throw new IllegalArgumentException(
          "the id of a row has " + id.length() + " characters; use 1 to " + LONGEST_ID);
    }
    return id;
  }
}
