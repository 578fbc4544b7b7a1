package io.sluice.cli;

import io.sluice.wire.Dialect;
import io.sluice.wire.OpenAiDialect;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/** Which dialect is spoken. The usual one is no plugin's, so that none is loaded for its sake. */
final class DialectFlag {
  /** The dialect that is spoken where none is named, and by the built-in model. */
  static final String USUAL = "openai";

  private static final String FLAG = "--dialect";

  private DialectFlag() {}

  static OptionSpec ofServer() {
    return Flag.value("NAME", "what the server speaks: openai (the default), anthropic", FLAG);
  }

  static OptionSpec ofRecords() {
    return Flag.value(
        "NAME", "what event streams are in: openai, anthropic; else what they look like", FLAG);
  }

  /** The dialect that was named; the usual one if none was. */
  static Dialect of(Arguments arguments, Sinks plugins) {
    return named(arguments, plugins).orElseGet(OpenAiDialect::new);
  }

  /**
   * The dialect that was named, if one was.
   *
   * @throws UsageException if there is none of that name
   */
  static Optional<Dialect> named(Arguments arguments, Sinks plugins) {
    return arguments.value(FLAG).map(Given::text).map(name -> named(name, plugins));
  }

  private static Dialect named(String name, Sinks plugins) {
    try {
      return name.equals(USUAL) ? new OpenAiDialect() : plugins.dialect(name);
    } catch (IllegalArgumentException unknown) {
      throw UsageException.of(unknown);
    }
  }
}
