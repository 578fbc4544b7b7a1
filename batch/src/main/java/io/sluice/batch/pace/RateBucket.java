package io.sluice.batch.pace;

/**
 * Spaces what is used of one unit so that no minute exceeds its limit by more than the burst: the
 * generic cell rate algorithm (ITU-T I.371). What was used may be corrected afterwards. Mutable;
 * for one thread.
 */
final class RateBucket {

  private static final double NANOS_A_MINUTE = 60e9;
  private static final int SECONDS_A_MINUTE = 60;

  private final long burst;
  private double perMinute;
  private long due;
  private boolean used;
  private long heldUntil;
  private boolean isHeld;

  /**
   * @param burst how much may be used at once; 0 for what a second allows
   */
  RateBucket(double perMinute, long burst) {
    this.perMinute = perMinute;
    this.burst = burst;
  }

  double perMinute() {
    return perMinute;
  }

  /** Changes the limit; what was used before counts as it did. */
  void perMinute(double limit) {
    perMinute = limit;
  }

  /**
   * How long to wait before that much may be used; 0 if it may be used now. More than the burst may
   * be used at once when nothing is owed.
   */
  long wait(long amount, long now) {
    long held = isHeld ? Math.max(0, heldUntil - now) : 0;
    long owed = used ? Math.max(0, due - nanos(Math.max(0, atOnce() - amount)) - now) : 0;
    return Math.max(held, owed);
  }

  void use(long amount, long now) {
    due = (used ? Math.max(due, now) : now) + nanos((double) amount);
    used = true;
  }

  /** Adds what was used beyond the amount that was said before; negative if it was less. */
  void correct(long amount) {
    due += nanos((double) amount);
  }

  /** Nothing more is used before that time. */
  void hold(long until) {
    heldUntil = isHeld ? Math.max(heldUntil, until) : until;
    isHeld = true;
  }

  /** Whether a minute does not suffice for that much. */
  boolean exceeds(long amount) {
    return amount > perMinute;
  }

  private double atOnce() {
    return burst > 0 ? burst : perMinute / SECONDS_A_MINUTE;
  }

  private long nanos(double amount) {
    return Math.round(amount * NANOS_A_MINUTE / perMinute);
  }
}
