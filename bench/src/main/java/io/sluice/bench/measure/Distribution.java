package io.sluice.bench.measure;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * Many times of one kind, to three digits from a microsecond to an hour; longer ones count as an
 * hour. Mutable; thread-safe.
 */
public final class Distribution {

  private static final int DIGITS = 3;
  private static final long HIGHEST_MICROS = 3_600_000_000L;
  private static final double MICROS_PER_MILLI = 1000;

  private final Histogram micros;

  private Distribution(Histogram micros) {
    this.micros = micros;
  }

  /** A distribution without times. It grows with the range of what is added, to 200 kB. */
  public static Distribution empty() {
    var micros = new Histogram(DIGITS);
    micros.setAutoResize(true);
    return new Distribution(micros);
  }

  /** Adds a time in nanoseconds; a negative one counts as zero. */
  public void add(long nanos) {
    add((double) nanos, 1);
  }

  /** Adds a time in nanoseconds that occurred so often. */
  public synchronized void add(double nanos, long times) {
    if (times > 0) {
      long value = Math.round(nanos / 1000);
      micros.recordValueWithCount(Math.min(Math.max(0, value), HIGHEST_MICROS), times);
    }
  }

  /** Adds all times of another distribution; the result is the same in any order. */
  public void add(Distribution other) {
    Histogram copy = other.copy();
    synchronized (this) {
      micros.add(copy);
    }
  }

  private synchronized Histogram copy() {
    return micros.copy();
  }

  /** The number of times. */
  public synchronized long count() {
    return micros.getTotalCount();
  }

  /** Whether there are no times. */
  public boolean isEmpty() {
    return count() == 0;
  }

  /** The time in milliseconds that so many percent do not exceed; 0 without times. */
  public synchronized double percentile(double percent) {
    return micros.getTotalCount() == 0
        ? 0
        : micros.getValueAtPercentile(percent) / MICROS_PER_MILLI;
  }

  /** The median in milliseconds; 0 without times. */
  public double median() {
    return percentile(50);
  }

  /** The mean in milliseconds; 0 without times. */
  public synchronized double mean() {
    return micros.getTotalCount() == 0 ? 0 : micros.getMean() / MICROS_PER_MILLI;
  }

  /** The greatest time in milliseconds; 0 without times. */
  public synchronized double max() {
    return micros.getTotalCount() == 0 ? 0 : micros.getMaxValue() / MICROS_PER_MILLI;
  }

  /** The times in HdrHistogram's compressed form, in Base64; values are microseconds. */
  public synchronized String encoded() {
    ByteBuffer bytes = ByteBuffer.allocate(micros.getNeededByteBufferCapacity());
    int length = micros.encodeIntoCompressedByteBuffer(bytes);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), length));
  }

  /**
   * Reads what {@link #encoded} wrote.
   *
   * @throws IllegalArgumentException in one line, if the text is none of that
   */
  public static Distribution decoded(String text) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
      Histogram micros = Histogram.decodeFromCompressedByteBuffer(bytes, 0);
      micros.setAutoResize(true);
      return new Distribution(micros);
    } catch (DataFormatException | RuntimeException broken) {
      throw new IllegalArgumentException("a histogram cannot be read", broken);
    }
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof Distribution other && copy().equals(other.copy());
  }

  @Override
  public int hashCode() {
    return Long.hashCode(count());
  }

  /** The count, the median and the maximum. */
  @Override
  public String toString() {
    return count() + " times, median " + median() + " ms, max " + max() + " ms";
  }
}
