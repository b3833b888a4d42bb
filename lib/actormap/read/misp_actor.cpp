#include <actormap/base/number.hpp>
#include <actormap/base/text.hpp>
#include <actormap/read/misp_record.hpp>

#include <algorithm>
#include <array>

// The members of `meta` that relate an actor to countries, sponsors, victims and sectors.

namespace actormap {
namespace {

constexpr std::array<std::string_view, 2> victim_members{"cfr-suspected-victims",
                                                         "suspected-victims"};
// `sector` is none of these: in the clusters that have it, it says what `microsoft-origin-threat`
// says, the origin or the motive.
constexpr std::array<std::string_view, 3> sector_members{"cfr-target-category", "target-category",
                                                         "targeted-sector"};
constexpr std::string_view sponsor_member = "cfr-suspected-state-sponsor";
constexpr std::string_view confidence_member = "attribution-confidence";

class ActorReader {
  public:
    explicit ActorReader(MispRecord& record) : record_(record) {}

    void read() {
        const bool actor = record_.cluster.kind == MispCluster::Kind::actor;
        if (actor) read_confidence();
        if (actor) read_country();
        read_sponsors();
        for (const std::string_view member : victim_members) read_victims(member);
        for (const std::string_view member : sector_members) {
            for (const MispText& text : record_.meta.take(member))
                record_.pending.relate_sector(
                    record_.relation("targets", std::string(text.text), member, text, text.text));
        }
        if (actor) read_microsoft_origin();
        if (confidence_ && !confidence_used_) record_.meta.keep(confidence_member);
    }

  private:
    void read_confidence() {
        for (const MispText& text : record_.meta.take(confidence_member, true)) {
            const auto number = parse_count(text.text);
            if (number && *number <= 100 && !confidence_)
                confidence_ = confidence_number(static_cast<std::uint8_t>(*number));
            else
                record_.meta.uninterpreted(confidence_member, text.place, text.text);
        }
    }

    /// A relation that says whose the actor is.
    void attribute(RelationDraft draft) {
        draft.claims.back().claim.confidence = confidence_;
        confidence_used_ = true;
        record_.builder.add(std::move(draft));
    }

    void originates_from(const Country& country, std::string_view member, const MispText& text) {
        origins_.push_back(&country);
        const std::string to = location(country, text.place);
        // The code says the same as the entity that has it.
        const std::string_view name = text.raw == country.alpha2 ? text.raw : country.name;
        attribute(record_.relation("originates-from", to, member, text, name));
    }

    void read_country() {
        for (const MispText& text : record_.meta.take("country")) {
            if (const Country* country = find_country(text.text)) {
                originates_from(*country, "country", text);
                continue;
            }
            record_.unresolved_country("country", text);
            const std::string to = record_.pending.origin(text.text, text.place);
            attribute(record_.relation("originates-from", to, "country", text, text.text));
        }
    }

    void read_sponsors() {
        for (const MispText& text : record_.meta.take(sponsor_member)) {
            if (fold_case(text.text) == "unknown") {
                record_.meta.uninterpreted(sponsor_member, text.place, text.text);
            } else if (const Country* country = find_country(text.text)) {
                const std::string to = record_.pending.state(*country, text.place);
                attribute(
                    record_.relation("attributed-to", to, sponsor_member, text, country->name));
                record_.pending.locate(
                    to, location(*country, text.place),
                    record_.claim(text.place, "meta." + std::string(sponsor_member)));
            } else {
                record_.unresolved_country(sponsor_member, text);
                const std::string to = record_.pending.sponsor(text.text, text.place);
                attribute(record_.relation("attributed-to", to, sponsor_member, text, text.text));
            }
        }
    }

    void read_victims(std::string_view member) {
        for (const MispText& text : record_.meta.take(member)) {
            const Country* country = find_country(text.text);
            if (!country) record_.unresolved_country(member, text);
            const std::string to = country ? location(*country, text.place)
                                           : record_.pending.victim(text.text, text.place);
            record_.builder.add(
                record_.relation("targets", to, member, text, country ? country->name : text.text));
        }
    }

    /// "Russia, Influence operations": origin and kind in one text, which stays as it is.
    void read_microsoft_origin() {
        constexpr std::string_view member = "microsoft-origin-threat";
        for (const MispText& text : record_.meta.take(member)) {
            for (std::string_view rest = text.text; !rest.empty();) {
                const std::size_t comma = std::min(rest.find(','), rest.size());
                const Country* country = find_country(rest.substr(0, comma));
                rest.remove_prefix(std::min(comma + 1, rest.size()));
                const bool known =
                    std::find(origins_.begin(), origins_.end(), country) != origins_.end();
                if (country && !known) originates_from(*country, member, text);
            }
        }
        record_.meta.keep(member);
    }

    std::string location(const Country& country, const Place& place) {
        return std::string(record_.pending.country(country, place).draft.entity.id);
    }

    MispRecord& record_;
    std::optional<Confidence> confidence_;
    bool confidence_used_ = false;
    std::vector<const Country*> origins_;
};

}  // namespace

void read_misp_actor(MispRecord& record) {
    ActorReader(record).read();
}

}  // namespace actormap
