package io.sluice.cli.serve;

import io.sluice.cli.settings.UsageException;
import io.sluice.server.limits.Limits;
import io.sluice.settings.SettingKey;
import io.sluice.settings.SettingValue;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Reads the bounds of the server. */
final class LimitOptions {
  /** What is set by which key. */
  private static final Map<SettingKey, BiConsumer<Limits.Builder, SettingValue>> KEYS = keys();

  private LimitOptions() {}

  /** The bounds that the files set; the standard ones for the others. */
  static Limits of(ServedValues values) {
    Limits.Builder limits = Limits.builder();
    KEYS.forEach(
        (key, setting) -> values.value(key).ifPresent(given -> set(limits, setting, given)));
    return limits.build();
  }

  private static void set(
      Limits.Builder limits, BiConsumer<Limits.Builder, SettingValue> setting, SettingValue given) {
    try {
      setting.accept(limits, given);
    } catch (IllegalArgumentException tooSmall) {
      throw new UsageException(given.by() + " is '" + given.text() + "'; use more", tooSmall);
    }
  }

  private static Map<SettingKey, BiConsumer<Limits.Builder, SettingValue>> keys() {
    Map<SettingKey, BiConsumer<Limits.Builder, SettingValue>> keys =
        new EnumMap<>(SettingKey.class);
    keys.put(SettingKey.CONNECTIONS, (to, given) -> to.connections(given.count()));
    keys.put(
        SettingKey.CONNECTIONS_OF_ADDRESS, (to, given) -> to.connectionsOfAnAddress(given.count()));
    keys.put(SettingKey.REQUEST_LINE, (to, given) -> to.requestLine(bytes(given)));
    keys.put(SettingKey.HEADER_BYTES, (to, given) -> to.headerBytes(bytes(given)));
    keys.put(SettingKey.HEADER_FIELDS, (to, given) -> to.headerFields(given.count()));
    keys.put(SettingKey.HEAD_TIME, (to, given) -> to.headTime(given.duration()));
    keys.put(SettingKey.BODY_PAUSE, (to, given) -> to.bodyPause(given.duration()));
    keys.put(SettingKey.IDLE, (to, given) -> to.idle(given.duration()));
    keys.put(SettingKey.MAX_BODY, (to, given) -> to.body(bytes(given)));
    keys.put(SettingKey.MAX_PASSED_BODY, (to, given) -> to.passedBody(given.bytes()));
    keys.put(SettingKey.RUNS, (to, given) -> to.liveRuns(given.count()));
    keys.put(SettingKey.RUNS_OF_TOKEN, (to, given) -> to.runsOfAToken(given.count()));
    keys.put(SettingKey.VIEWERS_OF_RUN, (to, given) -> to.viewersOfARun(given.count()));
    keys.put(SettingKey.RUNS_OF_STREAM, (to, given) -> to.runsOfAStream(given.count()));
    keys.put(SettingKey.LOG_MEMORY, (to, given) -> to.logMemory(given.bytes()));
    keys.put(SettingKey.LOG_MEMORY_TOTAL, (to, given) -> to.logMemoryTotal(given.bytes()));
    keys.put(SettingKey.LOG_LIMIT, (to, given) -> to.logLimit(given.bytes()));
    keys.put(SettingKey.KEEP, (to, given) -> to.keep(given.duration()));
    return keys;
  }

  /** A size that has to fit into memory in one piece. */
  private static int bytes(SettingValue given) {
    long size = given.bytes();
    if (size > Integer.MAX_VALUE) {
      throw new UsageException(given.by() + " is '" + given.text() + "'; use less than 2GiB");
    }
    return (int) size;
  }
}
