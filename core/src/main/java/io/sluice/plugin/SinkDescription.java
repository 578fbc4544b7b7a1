package io.sluice.plugin;

import io.sluice.sink.SinkOption;
import java.util.List;
import java.util.Objects;

/**
 * What a person is told of a sink.
 *
 * @param name what it is bound as
 * @param origin {@code built in}, or the path of the jar it comes from
 * @param text what it does, in one line; may be empty
 * @param options what it can be told, in the order in which its factory lists them
 */
public record SinkDescription(String name, String origin, String text, List<SinkOption> options) {

  /** Copies the list. */
  public SinkDescription {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(text, "text");
    options = List.copyOf(options);
  }
}
