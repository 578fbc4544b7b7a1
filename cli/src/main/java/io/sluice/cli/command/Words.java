package io.sluice.cli.command;

import io.sluice.cli.settings.UsageException;

/** The arguments that are no flags, where a command wants few of them or none. */
public final class Words {
  private Words() {}

  /** Refuses any. */
  public static void none(Arguments arguments) {
    atMost(0, arguments);
  }

  /** Refuses more than that. */
  public static void atMost(int most, Arguments arguments) {
    if (arguments.words().size() > most) {
      throw new UsageException(tooMany(arguments.words().get(most)));
    }
  }

  public static String tooMany(String word) {
    return "'" + word + "' is one argument too many; leave it out";
  }
}
