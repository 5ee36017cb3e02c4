package mycelial.feed.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Draws when the events of an effect happen on a day: never overlapping, with rests between. */
final class Timetable {
  static final int DAY_MINUTES = 1_440;
  private static final int REST = 40;
  private static final int COARSEST_ALIGNMENT = 15;

  private final WorldSpec spec;
  private final int alignment;

  /** The timetable of a market; a precursor is complete where a bar of up to 15 minutes ends. */
  Timetable(WorldSpec spec) {
    this.spec = spec;
    this.alignment = StrictMath.min(spec.interval().minutes(), COARSEST_ALIGNMENT);
  }

  /** The events of an effect on a day, in time order. */
  List<Event> events(Effect effect, int day) {
    if (!effect.isActive(day)) {
      return List.of();
    }
    Chance chance = Chance.of(spec.seed(), "events/" + effect.number() + "/" + day);
    Effect.Episodes numbers = effect.episodes();
    int episodes = chance.integer(numbers.fewest(), numbers.most());
    int decoys = numbers.decoys() ? episodes / 2 : 0;
    List<Event> events =
        effect.sign() instanceof Sign.TimeOfDay time
            ? atTheirHours(effect, time, episodes, decoys, chance)
            : anywhere(effect, episodes, decoys, chance);
    events.sort(Comparator.comparingInt(Event::start));
    return events;
  }

  private List<Event> atTheirHours(
      Effect effect, Sign.TimeOfDay time, int episodes, int decoys, Chance chance) {
    List<Event> events = new ArrayList<>();
    List<Integer> hours = everySecondHour(time.parity());
    chance.shuffle(hours);
    for (int hour : hours.subList(0, StrictMath.min(episodes, hours.size()))) {
      events.add(Event.draw(effect, false, chance).later(60 * hour + time.minute(), alignment));
    }
    List<Integer> others = everySecondHour(1 - time.parity());
    chance.shuffle(others);
    for (int hour : others.subList(0, StrictMath.min(decoys, others.size()))) {
      // Early in the hour, so that nothing is left of it when the next hour's episode begins.
      int minute = time.minute() - chance.integer(0, 10);
      events.add(Event.draw(effect, true, chance).later(60 * hour + minute, alignment));
    }
    return events;
  }

  private static List<Integer> everySecondHour(int parity) {
    List<Integer> hours = new ArrayList<>();
    for (int hour = parity; hour < 24; hour += 2) {
      hours.add(hour);
    }
    return hours;
  }

  private List<Event> anywhere(Effect effect, int episodes, int decoys, Chance chance) {
    List<Event> drawn = new ArrayList<>();
    for (int i = 0; i < episodes + decoys; i++) {
      drawn.add(Event.draw(effect, i >= episodes, chance));
    }
    chance.shuffle(drawn);
    int slack = DAY_MINUTES;
    for (Event event : drawn) {
      slack -= span(event);
    }
    while (slack < 0) {
      slack += span(drawn.removeLast());
    }
    return spreadOut(drawn, slack, chance);
  }

  /** Minutes that an event needs with its rest, wherever its precursor is moved to end a bar. */
  private int span(Event event) {
    return event.length() + REST + alignment - 1;
  }

  private List<Event> spreadOut(List<Event> drawn, int slack, Chance chance) {
    int[] idle = new int[drawn.size()];
    for (int i = 0; i < idle.length; i++) {
      idle[i] = chance.integer(0, slack);
    }
    Arrays.sort(idle);
    List<Event> placed = new ArrayList<>();
    int used = REST / 2;
    for (int i = 0; i < idle.length; i++) {
      Event event = drawn.get(i);
      placed.add(event.later(used + idle[i], alignment));
      used += span(event);
    }
    return placed;
  }
}
