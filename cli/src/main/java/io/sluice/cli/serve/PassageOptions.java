package io.sluice.cli.serve;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.server.passage.KeyUse;
import io.sluice.server.passage.Passage;
import io.sluice.server.passage.Recording;
import io.sluice.settings.SettingKey;
import io.sluice.settings.SettingValue;
import io.sluice.text.NearestName;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How requests of clients are passed on.
 *
 * @param key whose key they have
 * @param recording what a request has to do with its record; empty if nobody asked for records
 * @param detach whether recorded answers go on when their client leaves
 * @param forwarded whether servers are told of the client
 * @param keepAlive after how much silence a comment is sent
 */
record PassageOptions(
    KeyUse key,
    Optional<Recording> recording,
    boolean detach,
    boolean forwarded,
    Optional<Duration> keepAlive) {
  /** The options; empty if nothing is passed on. */
  static Optional<PassageOptions> of(Arguments arguments, ServedValues values) {
    if (arguments.on(FlagKey.NO_PROXY)) {
      return Optional.empty();
    }
    return Optional.of(
        new PassageOptions(
            values
                .value(FlagKey.KEY)
                .map(given -> word(given, KeyUse.values()))
                .orElse(KeyUse.FORWARD),
            values.value(SettingKey.RECORD).map(given -> word(given, Recording.values())),
            values.on(FlagKey.DETACH),
            values.value(SettingKey.FORWARDED).map(Arguments::yes).orElse(false),
            values.value(SettingKey.KEEP_ALIVE).map(PassageOptions::pause)));
  }

  /** Tells {@code passage} all of it. */
  void applyTo(Passage.Builder passage) {
    passage.key(key);
    recording.ifPresent(passage::record);
    if (detach) {
      passage.detach();
    }
    if (forwarded) {
      passage.forwarded();
    }
    keepAlive.ifPresent(passage::keepAlive);
  }

  private static Duration pause(SettingValue given) {
    Duration pause = given.duration();
    if (pause.isZero()) {
      throw new UsageException(given.by() + " is '" + given.text() + "'; use a second or more");
    }
    return pause;
  }

  private static <E extends Enum<E>> E word(SettingValue given, E[] all) {
    List<String> words =
        Arrays.stream(all).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
    int index = words.indexOf(given.text());
    if (index < 0) {
      throw new UsageException(
          given.by() + ": " + NearestName.unknown("word", given.text(), words));
    }
    return all[index];
  }
}
