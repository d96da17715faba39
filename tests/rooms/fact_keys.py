"""The facts the catalogue of candidate checks speaks of, by subject (procedure.md §2.2)."""

FACT_KEYS = {
    "case": "stage filing_date forum venue form_kind narrative",
    "claim": (
        "kind text financial amount valuation currency immovable property_place property_registered "
        "title_issue_date basis_kind deed_date deed_official due_date conditional period_from period_to "
        "alternative origin_group purpose_unlawful"
    ),
    "claims": "related",
    "party": (
        "kind name father job national_id birth_date address address_known publication_requested residence "
        "nationality alive death_date capacity roshd_judgment is_trader role_in_deed interest "
        "right_transferred sana signed"
    ),
    "company": "signatories status",
    "rep": "kind proof license powers count cosign_required cosign_present scope",
    "history": (
        "final_judgment same_parties same_object same_cause judgment_kind pending pending_forum withdrawal "
        "arbitration award_served registry_decision_served prior_admin_decision divan_finding criminal_case "
        "ownership_suit"
    ),
    "evidence": (
        "items original_available certified language translated made_abroad legalised witnesses affidavits "
        "heirship_cert title_deed asset_statement"
    ),
    "attach": "copies",
    "fee": "status",
    "judgment": "no court kind order_type presence subject value served service_kind based_on appeal_waived final_by",
    "appellant": "was_party",
    "appeal": "grounds new_relief",
    "retrial": "ground ground_date",
    "excuse": "kind",
    "cheque": (
        "number date presented nonpayment_cert cert_date same_city holder_is_plaintiff defendant_role "
        "sayad_registered bearer conditional_text guarantee_text stop_order series"
    ),
    "note": "due protest_date defendant_role formal_ok",
    "lease": (
        "written start end two_copies signed_both two_witnesses official registered_code use act sarqofli "
        "deposit lessor_is_plaintiff ground_1356 rent_last_set"
    ),
    "prop": (
        "prior_possession dispossession_without_consent defendant_in_possession defendant_title coowned "
        "all_owners_joined registered_owner_joined chain_joined mortgaged mortgagee_joined completion_cert "
        "partition_decision claims_system_entry incapable_coowner"
    ),
    "fam": (
        "claim marriage_kind marriage_registered divorce_kind counselling_cert mahr_kind mahr_terms "
        "mahr_coins maintenance_kind wife_residence cert_issue_date child_age"
    ),
    "est": "death_date last_domicile all_heirs_joined minor_heir will_kind accepted disclaimer_date existing_cert",
    "ins": "kind writ_served respondent court prior_refusal changed",
    "lab": "relation board_decision_served",
    "adm": "body object party_is_public",
    "int": "kind ground deposit_ready order_date main_suit_date urgent same_as_main",
    "for": "treaty_exempt claim_on_paper",
}
