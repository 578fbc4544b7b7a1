package io.sluice.cli;

/** The arguments that are no flags, where a command wants few of them or none. */
final class Words {
  private Words() {}

  /** Refuses any. */
  static void none(Arguments arguments) {
    atMost(0, arguments);
  }

  /** Refuses more than that. */
  static void atMost(int most, Arguments arguments) {
    if (arguments.words().size() > most) {
      throw new UsageException(tooMany(arguments.words().get(most)));
    }
  }

  static String tooMany(String word) {
    return "'" + word + "' is one argument too many; leave it out";
  }
}
