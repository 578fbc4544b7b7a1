package io.sluice.plugin;

import io.sluice.sink.SinkOption;
import java.util.List;
import java.util.Objects;

/**
 * The description of a sink or a stage for users.
 *
 * @param name the name it is bound to
 * @param origin {@code built in}, or the path of its jar
 * @param text its purpose, in one line; may be empty
 * @param options its options, in the order in which its factory lists them
 */
public record ExtensionDescription(
    String name, String origin, String text, List<SinkOption> options) {

  /** Copies the list. */
  public ExtensionDescription {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(text, "text");
    options = List.copyOf(options);
  }
}
