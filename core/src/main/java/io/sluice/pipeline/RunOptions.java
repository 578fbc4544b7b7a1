package io.sluice.pipeline;

import io.sluice.stream.OneLine;
import io.sluice.stream.Retries;
import io.sluice.stream.StreamOptions;
import io.sluice.stream.Timeouts;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What one run has that others of its pipeline have not: a name, attributes, a parent, other stream
 * options. Immutable; each method returns options that differ in one thing.
 */
public final class RunOptions {

  /** The most characters that the id of a run may have. */
  public static final int LONGEST_ID = 100;

  /** A name of a file on every system, which begins like no option of a program. */
  private static final Pattern ID =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]+)*");

  private static final RunOptions DEFAULTS =
      new RunOptions(
          Optional.empty(), Optional.empty(), StreamOptions.defaults(), UnaryOperator.identity());

  private final Optional<String> id;
  private final Optional<Object> parent;
  // Only its attributes count: it has the rules for them.
  private final StreamOptions labels;
  private final UnaryOperator<StreamOptions> change;

  private RunOptions(
      Optional<String> id,
      Optional<Object> parent,
      StreamOptions labels,
      UnaryOperator<StreamOptions> change) {
    this.id = id;
    this.parent = parent;
    this.labels = labels;
    this.change = change;
  }

  /** Returns the options of a run that was started without any. */
  public static RunOptions defaults() {
    return DEFAULTS;
  }

  /** The name of the run; empty if it is to get one. */
  public Optional<String> id() {
    return id;
  }

  /** The trace or span that the run belongs to, in whatever form sinks and stages expect it. */
  public Optional<Object> parent() {
    return parent;
  }

  /** The attributes of this run alone, in the order in which they were added. Unmodifiable. */
  public Map<String, String> attributes() {
    return labels.attributes();
  }

  /**
   * Returns these options with a name for the run, which {@code StreamContext.id()} has. Sinks name
   * files after it, so give it to one run only.
   *
   * @throws IllegalArgumentException in one line, if it has more than {@value #LONGEST_ID}
   *     characters, or others than letters, digits, hyphens, underscores and single dots between
   *     them, beginning with a letter or digit
   */
  public RunOptions id(String name) {
    if (name.length() > LONGEST_ID || !ID.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "the id '"
              + OneLine.of(name)
              + "' cannot name a run; use up to "
              + LONGEST_ID
              + " letters, digits, hyphens, underscores and single dots, and begin with a letter or"
              + " digit");
    }
    return new RunOptions(Optional.of(name), parent, labels, change);
  }

  /**
   * Returns these options with one more attribute of the run; an attribute of that name, also one
   * of the pipeline's stream options, is replaced. {@code StreamContext.attributes()} has those of
   * the pipeline first, then these.
   *
   * @throws IllegalArgumentException as {@link StreamOptions#attribute} does; a run whose
   *     attributes exceed the bound together with those of the pipeline does not start
   */
  public RunOptions attribute(String name, String value) {
    return new RunOptions(id, parent, labels.attribute(name, value), change);
  }

  /**
   * Returns these options with the trace or span that the run belongs to. Sluice hands it to sinks
   * and stages as {@code StreamContext.parent()} and does nothing else with it.
   */
  public RunOptions parent(Object context) {
    return new RunOptions(id, Optional.of(context), labels, change);
  }

  /** Returns these options with other limits on waiting than those of the pipeline. */
  public RunOptions timeouts(Timeouts limits) {
    Objects.requireNonNull(limits, "timeouts");
    return options(given -> given.timeouts(limits));
  }

  /** Returns these options with another rule for retries than that of the pipeline. */
  public RunOptions retries(Retries rule) {
    Objects.requireNonNull(rule, "retries");
    return options(given -> given.retries(rule));
  }

  /**
   * Returns these options with one more change to the pipeline's stream options, such as a header
   * field; changes are made in this order, when the run is started. What a change throws, the start
   * throws.
   */
  public RunOptions options(UnaryOperator<StreamOptions> next) {
    Objects.requireNonNull(next, "change");
    return new RunOptions(id, parent, labels, given -> next.apply(change.apply(given)));
  }

  /** The stream options of this run, in a pipeline with these. */
  StreamOptions over(StreamOptions pipeline) {
    StreamOptions.Builder options = change.apply(pipeline).toBuilder();
    attributes().forEach(options::attribute);
    return options.build();
  }
}
