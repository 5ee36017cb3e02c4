package mycelial.stub;

/** Draws that depend on nothing but what they are for, so that any of them can be made again. */
final class Draw {
  private long state;

  /** A stream of draws for a purpose that two numbers tell apart. */
  Draw(long seed, long which, long when) {
    state = mix(mix(mix(seed) ^ which) ^ when);
  }

  /** For a purpose that is named. */
  static Draw of(long seed, String purpose, long when) {
    long hash = 0xcbf29ce484222325L; // FNV-1a
    for (int i = 0; i < purpose.length(); i++) {
      hash = (hash ^ purpose.charAt(i)) * 0x100000001b3L;
    }
    return new Draw(seed, hash, when);
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }

  /** Any 64 bits. */
  long bits() {
    state += 0x9e3779b97f4a7c15L;
    return mix(state);
  }

  /** Uniform from 0 to below 1. */
  double uniform() {
    return (bits() >>> 11) * 0x1.0p-53;
  }

  /** Uniform from 0 to below that number. */
  int below(int bound) {
    return (int) (uniform() * bound);
  }
}
