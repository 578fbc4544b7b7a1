package io.sluice.batch.row;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntToLongFunction;

/**
 * What is remembered of each row by its id, in 32 bytes a row and the room of a hash table. An id
 * is known by 64 bits of its hash: two of a million ids are confused once in thirty million
 * batches. Mutable; for one thread.
 */
public final class RowTable {

  private static final int WORDS = 4;
  private static final int FIRST_SIZE = 1024;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  /** The word of the number has, below it, the state, a mark and a code. */
  private static final int FLAGS = 8;

  private static final long STATE = 0b011;
  private static final long SEEN = 0b100;
  private static final int CODE_SHIFT = 3;
  private static final long CODE = 0b11111 << CODE_SHIFT;
  private static final List<RowState> STATES = List.of(RowState.values());

  private static final int HASH = 0;
  private static final int NUMBER = 1;
  private static final int PRINT = 2;
  private static final int PLACE = 3;

  private long[] entries = new long[FIRST_SIZE * WORDS];
  private int size;

  /** Creates a table without rows. */
  public RowTable() {}

  /** How many rows are known. */
  public int size() {
    return size;
  }

  /** Finds the row of that id; the result is valid until the next {@link #add}. */
  public OptionalInt find(String id) {
    int at = slot(hash(id));
    return entries[at] == 0 ? OptionalInt.empty() : OptionalInt.of(at);
  }

  /** Returns the entry of that id, which is new and zero if it was not known. */
  public int add(String id) {
    if ((size + 1) * 4L > entries.length / WORDS * 3L) {
      grow();
    }
    long hash = hash(id);
    int at = slot(hash);
    if (entries[at + HASH] == 0) {
      entries[at + HASH] = hash;
      size++;
    }
    return at;
  }

  /** The number of the row in its input, as it was set last. */
  public long number(int entry) {
    return entries[entry + NUMBER] >>> FLAGS;
  }

  /** Sets the number of the row in its input, which was now seen there. */
  public void seen(int entry, long number) {
    long kept = entries[entry + NUMBER] & (STATE | CODE);
    entries[entry + NUMBER] = (number << FLAGS) | SEEN | kept;
  }

  /** Whether the row was seen in the input since {@link #forgetSeen}. */
  public boolean isSeen(int entry) {
    return (entries[entry + NUMBER] & SEEN) != 0;
  }

  /** Has no row been seen, for another reading of the input. */
  public void forgetSeen() {
    for (int at = 0; at < entries.length; at += WORDS) {
      entries[at + NUMBER] &= ~SEEN;
    }
  }

  /** What is known of the row. */
  public RowState state(int entry) {
    return STATES.get((int) (entries[entry + NUMBER] & STATE));
  }

  /** Sets what is known of the row. */
  public void state(int entry, RowState state) {
    entries[entry + NUMBER] = (entries[entry + NUMBER] & ~STATE) | STATES.indexOf(state);
  }

  /** The code that was set for the row; 0 if none was. */
  public int code(int entry) {
    return (int) ((entries[entry + NUMBER] & CODE) >> CODE_SHIFT);
  }

  /** Sets a code from 0 to 31, such as that of an error. */
  public void code(int entry, int code) {
    entries[entry + NUMBER] = (entries[entry + NUMBER] & ~CODE) | ((long) code << CODE_SHIFT);
  }

  /** How many rows are in that state. */
  public int count(RowState state) {
    int count = 0;
    for (int at = 0; at < entries.length; at += WORDS) {
      if (entries[at + HASH] != 0 && state(at) == state) {
        count++;
      }
    }
    return count;
  }

  /** Whether a row with another fingerprint was remembered. */
  public boolean differs(int entry, String fingerprint) {
    return entries[entry + PRINT] != 0 && entries[entry + PRINT] != shortened(fingerprint);
  }

  /** Remembers the beginning of a fingerprint. */
  public void fingerprint(int entry, String fingerprint) {
    entries[entry + PRINT] = shortened(fingerprint);
  }

  /** Where the line of the row's result begins in its file, plus one; 0 if there is none. */
  public long place(int entry) {
    return entries[entry + PLACE];
  }

  /** Sets where the line of the row's result begins, plus one; 0 for none. */
  public void place(int entry, long place) {
    entries[entry + PLACE] = place;
  }

  /** Sets the number of the row in an earlier reading of the input. */
  public void number(int entry, long number) {
    entries[entry + NUMBER] = (number << FLAGS) | (entries[entry + NUMBER] & (SEEN | STATE | CODE));
  }

  /** Returns the entries that have a place, in the order of their numbers. */
  public int[] byNumber() {
    return placed(this::number);
  }

  /** Returns the entries that have a place, in the order of their places. */
  public int[] byPlace() {
    return placed(this::place);
  }

  private int[] placed(IntToLongFunction order) {
    int[] all = new int[size];
    int count = 0;
    for (int at = 0; at < entries.length; at += WORDS) {
      if (entries[at + HASH] != 0 && place(at) != 0) {
        all[count++] = at;
      }
    }
    return Arrays.stream(all, 0, count)
        .boxed()
        .sorted(Comparator.comparingLong(order::applyAsLong))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private int slot(long hash) {
    int slots = entries.length / WORDS;
    int slot = (int) (((hash * MIX) >>> 1) % slots);
    while (entries[slot * WORDS] != 0 && entries[slot * WORDS] != hash) {
      slot = (slot + 1) % slots;
    }
    return slot * WORDS;
  }

  private void grow() {
    long[] old = entries;
    entries = new long[old.length * 2];
    for (int at = 0; at < old.length; at += WORDS) {
      if (old[at] != 0) {
        System.arraycopy(old, at, entries, slot(old[at]), WORDS);
      }
    }
  }

  /** FNV-1a over the characters; never 0, which marks an empty slot. */
  private static long hash(String id) {
    long hash = 0xcbf29ce484222325L;
    for (int at = 0; at < id.length(); at++) {
      hash = (hash ^ id.charAt(at)) * 0x100000001b3L;
    }
    hash ^= hash >>> 29;
    hash *= MIX;
    hash ^= hash >>> 32;
    return hash == 0 ? 1 : hash;
  }

  private static long shortened(String fingerprint) {
    return Long.parseUnsignedLong(fingerprint.substring(0, 16), 16) | 1;
  }
}
