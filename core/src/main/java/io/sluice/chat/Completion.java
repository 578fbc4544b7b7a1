package io.sluice.chat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The folded answer, whole or as far as it came. Whether it is whole is said by the outcome that
 * holds it, not here.
 *
 * @param id the server's name for the answer, empty if it gave none
 * @param model the model that answered, empty if the server did not say
 * @param created when the server says it began, to the second
 * @param choices the answers, by ascending index
 * @param usage the server's figures, if it gave any
 * @param other fields beside these that Sluice does not model
 */
public record Completion(
    String id,
    String model,
    Optional<Instant> created,
    List<Choice> choices,
    Optional<Usage> usage,
    Map<String, Json> other) {

  /** Copies the collections. */
  public Completion {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(created, "created");
    choices = List.copyOf(choices);
    Objects.requireNonNull(usage, "usage");
    other = Fields.copyOf(other);
  }

  /** The answer of which nothing has come. */
  public static Completion empty() {
    return new Completion("", "", Optional.empty(), List.of(), Optional.empty(), Map.of());
  }

  /** The choice with that index, if any of it came. */
  public Optional<Choice> choice(int index) {
    return choices.stream().filter(choice -> choice.index() == index).findFirst();
  }

  /** The visible text of choice 0, empty if there is none. */
  public String text() {
    return choice(0).flatMap(choice -> choice.message().content()).orElse("");
  }

  /** Why choice 0 ended, if it did. */
  public Optional<FinishReason> finishReason() {
    return choice(0).flatMap(Choice::finishReason);
  }
}
