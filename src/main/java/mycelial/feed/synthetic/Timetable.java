package mycelial.feed.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Draws when the events of an effect happen on a day, never overlapping, with rests between, and
 * what follows each.
 */
final class Timetable {
  static final int DAY_MINUTES = 1_440;
  private static final int HOURS = 24;
  private static final int REST = 40;
  private static final int SESSION_REST = 20;
  private static final int COARSEST_ALIGNMENT = 15;

  private final WorldSpec spec;
  private final int alignment;
  private final Map<Integer, BadRegimes> regimes = new TreeMap<>();

  /** Where events of a day may be, minutes; the end is excluded. */
  private record Span(int from, int to, int rest) {
    int minutes() {
      return to - from;
    }
  }

  /** The timetable of a market; a precursor is complete where a bar of up to 15 minutes ends. */
  Timetable(WorldSpec spec, List<Effect> effects) {
    this.spec = spec;
    this.alignment = StrictMath.min(spec.interval().minutes(), COARSEST_ALIGNMENT);
    for (Effect effect : effects) {
      if (effect.course().trap()) {
        regimes.put(effect.number(), BadRegimes.of(spec, effect.number()));
      }
    }
  }

  /** When a trap is one. */
  BadRegimes regimes(Effect trap) {
    return Objects.requireNonNull(regimes.get(trap.number()), () -> trap + " is no trap");
  }

  /** The events of an effect on a day, in time order. */
  List<Event> events(Effect effect, int day) {
    if (!effect.course().isActive(day)) {
      return List.of();
    }
    Chance chance = Chance.of(spec.seed(), "events/" + effect.number() + "/" + day);
    List<Event> events = new ArrayList<>(drawn(effect, chance));
    events.sort(Comparator.comparingInt(Event::start));
    events.replaceAll(event -> event.followedBy(outcome(event, day)));
    return events;
  }

  private Outcome outcome(Event event, int day) {
    Course course = event.effect().course();
    if (event.decoy() || day >= course.fadeDay()) {
      return Outcome.NOTHING;
    }
    boolean bad = course.trap() && regimes(event.effect()).holds(day, event.start());
    return bad ? Outcome.REVERSAL : Outcome.DRIFT;
  }

  private List<Event> drawn(Effect effect, Chance chance) {
    Effect.Episodes numbers = effect.episodes();
    int episodes = chance.integer(numbers.fewest(), numbers.most());
    int decoys = numbers.decoys() ? episodes / 2 : 0;
    return switch (effect.sign()) {
      case Sign.TimeOfDay time -> atTheirHours(effect, time, episodes, decoys, chance);
      case Sign.ClockMinute clock -> everyHour(effect, clock, chance);
      case Sign.Session session -> inSession(effect, session, episodes, chance);
      default -> anywhere(effect, episodes, decoys, chance);
    };
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
    for (int hour = parity; hour < HOURS; hour += 2) {
      hours.add(hour);
    }
    return hours;
  }

  private List<Event> everyHour(Effect effect, Sign.ClockMinute clock, Chance chance) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < clock.hours(); i++) {
      Event event = Event.draw(effect, false, chance);
      int hour = (clock.fromHour() + i) % HOURS;
      events.add(event.later(60 * hour + clock.minute() - event.driftStart(), alignment));
    }
    return events;
  }

  /** In the session the episodes, at the other times of the day as many decoys. */
  private List<Event> inSession(Effect effect, Sign.Session session, int episodes, Chance chance) {
    int open = 60 * session.fromHour();
    int close = open + 60 * session.hours();
    List<Event> events = new ArrayList<>();
    events.addAll(
        spreadOut(draw(effect, episodes, 0, chance), new Span(open, close, SESSION_REST), chance));
    int outside = DAY_MINUTES - (close - open);
    int before = (episodes * open + outside / 2) / outside;
    Span morning = new Span(0, open, SESSION_REST);
    events.addAll(spreadOut(draw(effect, 0, before, chance), morning, chance));
    Span evening = new Span(close, DAY_MINUTES, SESSION_REST);
    events.addAll(spreadOut(draw(effect, 0, episodes - before, chance), evening, chance));
    return events;
  }

  private List<Event> anywhere(Effect effect, int episodes, int decoys, Chance chance) {
    List<Event> drawn = draw(effect, episodes, decoys, chance);
    chance.shuffle(drawn);
    return spreadOut(drawn, new Span(0, DAY_MINUTES, REST), chance);
  }

  private static List<Event> draw(Effect effect, int episodes, int decoys, Chance chance) {
    List<Event> drawn = new ArrayList<>();
    for (int i = 0; i < episodes + decoys; i++) {
      drawn.add(Event.draw(effect, i >= episodes, chance));
    }
    return drawn;
  }

  /** Minutes that an event needs with its rest, wherever its precursor is moved to end a bar. */
  private int room(Event event, Span span) {
    return event.length() + span.rest() + alignment - 1;
  }

  /** Places events in that order; what there is no room for is left out. */
  private List<Event> spreadOut(List<Event> drawn, Span span, Chance chance) {
    int slack = span.minutes();
    for (Event event : drawn) {
      slack -= room(event, span);
    }
    while (slack < 0) {
      slack += room(drawn.removeLast(), span);
    }
    int[] idle = new int[drawn.size()];
    for (int i = 0; i < idle.length; i++) {
      idle[i] = chance.integer(0, slack);
    }
    Arrays.sort(idle);
    List<Event> placed = new ArrayList<>();
    int used = span.from() + span.rest() / 2;
    for (int i = 0; i < idle.length; i++) {
      Event event = drawn.get(i);
      placed.add(event.later(used + idle[i], alignment));
      used += room(event, span);
    }
    return placed;
  }
}
