// SPDX-License-Identifier: Apache-2.0
// The members of every struct of the report, listed once, in their order, under the names the JSON
// document gives them. Writing, reading and the tests that visit every string all use this list.
#pragma once
#include <cstddef>
#include <tuple>
#include <type_traits>

#include "harness/report/report.h"

namespace keur {

template <typename Struct, typename Type>
struct Member {
  const char* key;
  Type Struct::*pointer;
  using type = Type;
};
template <typename Struct, typename Type>
Member(const char*, Type Struct::*) -> Member<Struct, Type>;

// members(static_cast<const T*>(nullptr)) is a std::tuple of Member.
constexpr auto members(const Measurement*) {
  using M = Measurement;
  return std::tuple{Member{"value", &M::value},
                    Member{"lower", &M::lower},
                    Member{"upper", &M::upper},
                    Member{"standard_error", &M::standard_error},
                    Member{"degrees_of_freedom", &M::degrees_of_freedom},
                    Member{"design_effect", &M::design_effect},
                    Member{"effective_size", &M::effective_size},
                    Member{"numerator", &M::numerator},
                    Member{"denominator", &M::denominator},
                    Member{"cases", &M::cases},
                    Member{"clusters", &M::clusters},
                    Member{"method", &M::method},
                    Member{"cautions", &M::cautions}};
}

constexpr auto members(const Measure*) {
  using M = Measure;
  return std::tuple{Member{"task", &M::task},           Member{"metric", &M::metric},
                    Member{"group", &M::group},         Member{"level", &M::level},
                    Member{"condition", &M::condition}, Member{"measurement", &M::measurement}};
}

constexpr auto members(const MetricNote*) {
  using M = MetricNote;
  return std::tuple{Member{"id", &M::id},
                    Member{"title", &M::title},
                    Member{"titel", &M::titel},
                    Member{"meaning", &M::meaning},
                    Member{"betekenis", &M::betekenis},
                    Member{"better", &M::better},
                    Member{"unit", &M::unit},
                    Member{"descriptive", &M::descriptive}};
}

constexpr auto members(const Count*) {
  return std::tuple{Member{"id", &Count::id}, Member{"title", &Count::title},
                    Member{"total", &Count::total}};
}

constexpr auto members(const TextPiece*) {
  using M = TextPiece;
  return std::tuple{Member{"mark", &M::mark}, Member{"reference", &M::reference},
                    Member{"output", &M::output}};
}

constexpr auto members(const WorstCase*) {
  using M = WorstCase;
  return std::tuple{Member{"id", &M::id},
                    Member{"cluster", &M::cluster},
                    Member{"condition", &M::condition},
                    Member{"numerator", &M::numerator},
                    Member{"denominator", &M::denominator},
                    Member{"status", &M::status},
                    Member{"text", &M::text}};
}

constexpr auto members(const Confusion*) {
  using M = Confusion;
  return std::tuple{Member{"mark", &M::mark},     Member{"reference", &M::reference},
                    Member{"output", &M::output}, Member{"times", &M::times},
                    Member{"cases", &M::cases},   Member{"clusters", &M::clusters}};
}

constexpr auto members(const ConfusionTotal*) {
  using M = ConfusionTotal;
  return std::tuple{Member{"mark", &M::mark}, Member{"times", &M::times},
                    Member{"different", &M::different}, Member{"shared", &M::shared}};
}

constexpr auto members(const Confusions*) {
  using M = Confusions;
  return std::tuple{Member{"totals", &M::totals}, Member{"uncertain", &M::uncertain},
                    Member{"most_clusters", &M::most_clusters}, Member{"errors", &M::errors},
                    Member{"forgiven", &M::forgiven}};
}

constexpr auto members(const ErrorClass*) {
  using M = ErrorClass;
  return std::tuple{Member{"id", &M::id},
                    Member{"title", &M::title},
                    Member{"titel", &M::titel},
                    Member{"severity_4", &M::severity_4},
                    Member{"severity_3", &M::severity_3},
                    Member{"severity_2", &M::severity_2},
                    Member{"severity_1", &M::severity_1}};
}

constexpr auto members(const CriticalError*) {
  using M = CriticalError;
  return std::tuple{Member{"case", &M::case_id},
                    Member{"cluster", &M::cluster},
                    Member{"condition", &M::condition},
                    Member{"class", &M::class_id},
                    Member{"kind", &M::kind},
                    Member{"title", &M::title},
                    Member{"titel", &M::titel},
                    Member{"severity", &M::severity},
                    Member{"before", &M::before},
                    Member{"at", &M::at},
                    Member{"after", &M::after},
                    Member{"cut", &M::cut}};
}

constexpr auto members(const DisclosureTotal*) {
  using M = DisclosureTotal;
  return std::tuple{Member{"kind", &M::kind}, Member{"title", &M::title},
                    Member{"titel", &M::titel}, Member{"times", &M::times}};
}

constexpr auto members(const DisclosedCase*) {
  using M = DisclosedCase;
  return std::tuple{Member{"case", &M::case_id}, Member{"kind", &M::kind},
                    Member{"masked", &M::masked}};
}

constexpr auto members(const CriticalErrors*) {
  using M = CriticalErrors;
  return std::tuple{Member{"classes", &M::classes}, Member{"list", &M::list},
                    Member{"disclosures", &M::disclosures}, Member{"disclosed", &M::disclosed}};
}

constexpr auto members(const Rung*) {
  using M = Rung;
  return std::tuple{Member{"value", &M::value}, Member{"chosen", &M::chosen},
                    Member{"warnings", &M::warnings}, Member{"measurements", &M::measurements}};
}

constexpr auto members(const Ladder*) {
  using M = Ladder;
  return std::tuple{Member{"setting", &M::setting}, Member{"condition", &M::condition},
                    Member{"metrics", &M::metrics}, Member{"rungs", &M::rungs}};
}

constexpr auto members(const Gap*) {
  return std::tuple{Member{"condition", &Gap::condition},
                    Member{"baseline_cases", &Gap::baseline_cases},
                    Member{"lacking", &Gap::lacking}};
}

constexpr auto members(const DoseReport::Level*) {
  return std::tuple{Member{"condition", &DoseReport::Level::condition},
                    Member{"dose", &DoseReport::Level::dose}};
}

constexpr auto members(const DoseReport*) {
  using M = DoseReport;
  return std::tuple{Member{"unit", &M::unit},
                    Member{"levels", &M::levels},
                    Member{"slope", &M::slope},
                    Member{"slope_lower", &M::slope_lower},
                    Member{"slope_upper", &M::slope_upper},
                    Member{"ratio", &M::ratio},
                    Member{"ratio_lower", &M::ratio_lower},
                    Member{"ratio_upper", &M::ratio_upper},
                    Member{"clusters", &M::clusters},
                    Member{"shortened", &M::shortened},
                    Member{"left_out", &M::left_out}};
}

constexpr auto members(const TaskReport*) {
  using M = TaskReport;
  return std::tuple{Member{"id", &M::id},
                    Member{"kind", &M::kind},
                    Member{"title", &M::title},
                    Member{"tool_name", &M::tool_name},
                    Member{"tool_version", &M::tool_version},
                    Member{"cluster_name", &M::cluster_name},
                    Member{"cluster_kind", &M::cluster_kind},
                    Member{"condition_name", &M::condition_name},
                    Member{"baseline", &M::baseline},
                    Member{"conditions", &M::conditions},
                    Member{"gaps", &M::gaps},
                    Member{"dose", &M::dose},
                    Member{"groups", &M::groups},
                    Member{"settings", &M::settings},
                    Member{"warnings", &M::warnings},
                    Member{"expected", &M::expected},
                    Member{"matched", &M::matched},
                    Member{"clusters", &M::clusters},
                    Member{"missing", &M::missing},
                    Member{"errored", &M::errored},
                    Member{"counts", &M::counts},
                    Member{"metrics", &M::metrics},
                    Member{"main_metric", &M::main_metric},
                    Member{"worst", &M::worst},
                    Member{"word_error_metrics", &M::word_error_metrics},
                    Member{"finding_metrics", &M::finding_metrics},
                    Member{"critical", &M::critical},
                    Member{"confusions", &M::confusions},
                    Member{"ladder", &M::ladder}};
}

constexpr auto members(const OtherWay*) {
  using M = OtherWay;
  return std::tuple{Member{"name", &M::name}, Member{"value", &M::value},
                    Member{"lower", &M::lower}, Member{"upper", &M::upper},
                    Member{"verdict", &M::verdict}};
}

constexpr auto members(const Part*) {
  using M = Part;
  return std::tuple{Member{"subject", &M::subject},
                    Member{"level", &M::level},
                    Member{"measurement", &M::measurement},
                    Member{"verdict", &M::verdict},
                    Member{"reason", &M::reason},
                    Member{"reden", &M::reden},
                    Member{"more_clusters", &M::more_clusters},
                    Member{"p_value", &M::p_value},
                    Member{"p_holm", &M::p_holm},
                    Member{"other_ways", &M::other_ways}};
}

constexpr auto members(const GateReport*) {
  using M = GateReport;
  return std::tuple{Member{"id", &M::id},
                    Member{"task", &M::task},
                    Member{"metric", &M::metric},
                    Member{"title", &M::title},
                    Member{"titel", &M::titel},
                    Member{"quantity", &M::quantity},
                    Member{"direction", &M::direction},
                    Member{"limit", &M::limit},
                    Member{"limit_text", &M::limit_text},
                    Member{"condition", &M::condition},
                    Member{"compare", &M::compare},
                    Member{"reference", &M::reference},
                    Member{"why", &M::why},
                    Member{"requirement", &M::requirement},
                    Member{"severity", &M::severity},
                    Member{"decides", &M::decides},
                    Member{"verdict", &M::verdict},
                    Member{"reason", &M::reason},
                    Member{"reden", &M::reden},
                    Member{"parts", &M::parts},
                    Member{"line", &M::line}};
}

constexpr auto members(const Input*) {
  using M = Input;
  return std::tuple{Member{"role", &M::role},        Member{"task", &M::task},
                    Member{"path", &M::path},        Member{"sha256", &M::sha256},
                    Member{"bytes", &M::bytes},      Member{"records", &M::records},
                    Member{"replaced", &M::replaced}};
}

constexpr auto members(const Property*) {
  return std::tuple{Member{"name", &Property::name}, Member{"value", &Property::value}};
}

constexpr auto members(const Report*) {
  using M = Report;
  return std::tuple{Member{"schema", &M::schema},
                    Member{"report_id", &M::report_id},
                    Member{"protocol", &M::protocol},
                    Member{"suite_id", &M::suite_id},
                    Member{"suite_version", &M::suite_version},
                    Member{"suite_title", &M::suite_title},
                    Member{"suite_text", &M::suite_text},
                    Member{"suite_path", &M::suite_path},
                    Member{"burden", &M::burden},
                    Member{"confidence", &M::confidence},
                    Member{"looks", &M::looks},
                    Member{"seed", &M::seed},
                    Member{"redaction", &M::redaction},
                    Member{"assurance", &M::assurance},
                    Member{"signer", &M::signer},
                    Member{"verdict", &M::verdict},
                    Member{"exit_code", &M::exit_code},
                    Member{"sentence", &M::sentence},
                    Member{"zin", &M::zin},
                    Member{"tasks", &M::tasks},
                    Member{"gates", &M::gates},
                    Member{"measures", &M::measures},
                    Member{"inputs", &M::inputs},
                    Member{"environment", &M::environment}};
}

template <typename T>
concept Listed = requires {
  members(static_cast<const std::remove_cv_t<T>*>(nullptr));
};

// Calls visit(key, member) for each member of `object` in order; the member is const if it is.
template <typename T, typename Visit>
requires Listed<T>
void for_each_member(T& object, Visit&& visit) {
  std::apply([&](auto... member) { (visit(member.key, object.*(member.pointer)), ...); },
             members(static_cast<const std::remove_cv_t<T>*>(nullptr)));
}

// Whether the list fills the struct, member after member in order: a field that is added to the
// report and forgotten here would silently be left out of what is signed. (A forgotten last flag
// that fits in the padding of another escapes this.)
template <typename T>
constexpr bool lists_every_member() {
  std::size_t size = 0;
  const auto round_up = [&](std::size_t alignment) {
    size = (size + alignment - 1) / alignment * alignment;
  };
  std::apply(
      [&](auto... member) {
        ((round_up(alignof(typename decltype(member)::type)),
          size += sizeof(typename decltype(member)::type)),
         ...);
      },
      members(static_cast<const T*>(nullptr)));
  round_up(alignof(T));
  return size == sizeof(T);
}

static_assert(lists_every_member<Measurement>());
static_assert(lists_every_member<Measure>());
static_assert(lists_every_member<MetricNote>());
static_assert(lists_every_member<Count>());
static_assert(lists_every_member<TextPiece>());
static_assert(lists_every_member<WorstCase>());
static_assert(lists_every_member<Confusion>());
static_assert(lists_every_member<ConfusionTotal>());
static_assert(lists_every_member<Confusions>());
static_assert(lists_every_member<ErrorClass>());
static_assert(lists_every_member<CriticalError>());
static_assert(lists_every_member<DisclosureTotal>());
static_assert(lists_every_member<DisclosedCase>());
static_assert(lists_every_member<CriticalErrors>());
static_assert(lists_every_member<Rung>());
static_assert(lists_every_member<Ladder>());
static_assert(lists_every_member<Gap>());
static_assert(lists_every_member<DoseReport::Level>());
static_assert(lists_every_member<DoseReport>());
static_assert(lists_every_member<TaskReport>());
static_assert(lists_every_member<OtherWay>());
static_assert(lists_every_member<Part>());
static_assert(lists_every_member<GateReport>());
static_assert(lists_every_member<Input>());
static_assert(lists_every_member<Property>());
static_assert(lists_every_member<Report>());

}  // namespace keur
