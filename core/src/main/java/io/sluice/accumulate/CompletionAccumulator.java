package io.sluice.accumulate;

import io.sluice.chat.Choice;
import io.sluice.chat.Completion;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Origin;
import io.sluice.stream.Status;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Folds chunks into the answer. The first id, model and date that a server gives count, since some
 * change them from chunk to chunk or leave the first ones empty. Mutable; for one thread at a time.
 */
public final class CompletionAccumulator implements Accumulator<Completion> {

  private final Map<Integer, ChoiceAccumulator> choices = new TreeMap<>();
  private final UsageAccumulator usage = new UsageAccumulator();
  private final RetainedSize size = new RetainedSize();
  private final FieldsAccumulator other = new FieldsAccumulator(size);

  /** Creates an accumulator without any chunks. */
  public CompletionAccumulator() {}

  /** The choice used last; most answers have only one, which is then found without the map. */
  private @Nullable ChoiceAccumulator latest;

  private long chunks;
  private String id = "";
  private String model = "";
  private Optional<Instant> created = Optional.empty();

  @Override
  public void add(Chunk chunk) {
    chunks++;
    add(chunk.origin());
    usage.add(chunk);
    for (Delta delta : chunk.deltas()) {
      if (delta instanceof Delta.Other field && field.place() == Delta.Place.CHUNK) {
        other.add(field);
      } else {
        choice(delta.choice()).add(delta, chunks);
      }
    }
  }

  /**
   * Returns the bound on the size of an answer that was exceeded, in words that follow "the
   * answer"; empty if none was. What comes after that is still added, so whoever adds should stop.
   */
  public Optional<String> excess() {
    return size.excess();
  }

  private ChoiceAccumulator choice(int number) {
    ChoiceAccumulator last = latest;
    if (last != null && last.index() == number) {
      return last;
    }
    ChoiceAccumulator known = choices.get(number);
    ChoiceAccumulator choice = known == null ? begun(number) : known;
    latest = choice;
    return choice;
  }

  private ChoiceAccumulator begun(int number) {
    var choice = new ChoiceAccumulator(number, size);
    choices.put(number, choice);
    return choice;
  }

  private void add(Origin origin) {
    if (id.isEmpty()) {
      id = origin.id();
    }
    if (model.isEmpty()) {
      model = origin.model();
    }
    if (created.isEmpty()) {
      created = origin.created();
    }
  }

  @Override
  public Completion result() {
    return completion(ChoiceAccumulator::result);
  }

  /**
   * The answer of a stream that ended with this status. In a completed one the last finish reason
   * counts even if tokens followed it.
   */
  public Completion result(Status status) {
    return status == Status.COMPLETED ? completion(ChoiceAccumulator::completed) : result();
  }

  private Completion completion(Function<ChoiceAccumulator, Choice> result) {
    Completion.Builder completion = Completion.builder().id(id).model(model).other(other.result());
    created.ifPresent(completion::created);
    usage.result().ifPresent(completion::usage);
    return completion.choices(choices.values().stream().map(result).toList()).build();
  }
}
